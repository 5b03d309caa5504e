import { type DecisionEntry, decisionId } from "../../schema/accessLogFormat.ts";
import { canonicalJson } from "../../schema/canonicalJson.ts";

/** A decision in the log's terms: its text is made once, and operations refer to it by id. */
export class LoggedDecision {
  /** Hash of the entry without the id. */
  readonly id: string;
  /** The entry as canonical JSON. */
  readonly text: string;
  readonly #allowed: ReadonlyMap<string, number>;
  readonly #allowedCount: number;
  readonly #withheld: ReadonlyMap<string, readonly number[]>;

  constructor(decision: Omit<DecisionEntry, "v" | "type" | "id">) {
    const entry = { v: 1, type: "decision", ...decision } as const;
    this.id = decisionId(entry);
    this.text = canonicalJson({ ...entry, id: this.id });
    this.#allowedCount = decision.allowed.length;
    this.#allowed = new Map(decision.allowed.map(({ coordinate }, position) => [coordinate, position]));
    this.#withheld = Map.groupBy(decision.withheld.keys(), (each) => decision.withheld[each]?.coordinate ?? "");
  }

  /**
   * Positions of coordinates in `allowed`, ascending.
   *
   * @throws RangeError for one that the decision does not allow
   */
  positionsOf(coordinates: Iterable<string>): readonly number[] {
    const isNamed = new Uint8Array(this.#allowedCount);
    for (const coordinate of coordinates) {
      const position = this.#allowed.get(coordinate);
      if (position === undefined) throw new RangeError(`${coordinate} was disclosed and is not allowed.`);
      isNamed[position] = 1;
    }
    const positions: number[] = [];
    for (let position = 0; position < isNamed.length; position += 1)
      if (isNamed[position] === 1) positions.push(position);
    return positions;
  }

  /** Positions of coordinates in `withheld`, ascending; others have none. */
  withheldPositionsOf(coordinates: Iterable<string>): readonly number[] {
    const positions = new Set([...coordinates].flatMap((coordinate) => this.#withheld.get(coordinate) ?? []));
    return [...positions].sort((left, right) => left - right);
  }
}
