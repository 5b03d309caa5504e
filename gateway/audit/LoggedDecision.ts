import { type DecisionEntry, decisionId } from "../../schema/accessLogFormat.ts";
import { canonicalJson } from "../../schema/canonicalJson.ts";

/** A decision in the log's terms: its text is made once, and operations refer to it by id. */
export class LoggedDecision {
  /** Hash of the entry without the id. */
  readonly id: string;
  /** The entry as canonical JSON. */
  readonly text: string;
  readonly #allowed: ReadonlyMap<string, number>;
  readonly #withheld: ReadonlyMap<string, readonly number[]>;

  constructor(decision: Omit<DecisionEntry, "v" | "type" | "id">) {
    const entry = { v: 1, type: "decision", ...decision } as const;
    this.id = decisionId(entry);
    this.text = canonicalJson({ ...entry, id: this.id });
    this.#allowed = new Map(decision.allowed.map(({ coordinate }, position) => [coordinate, position]));
    this.#withheld = Map.groupBy(decision.withheld.keys(), (each) => decision.withheld[each]?.coordinate ?? "");
  }

  /**
   * Positions of coordinates in `allowed`, ascending.
   *
   * @throws RangeError for one that the decision does not allow
   */
  positionsOf(coordinates: Iterable<string>): readonly number[] {
    const positions = new Set<number>();
    for (const coordinate of coordinates) {
      const position = this.#allowed.get(coordinate);
      if (position === undefined) throw new RangeError(`${coordinate} was disclosed and is not allowed.`);
      positions.add(position);
    }
    return [...positions].sort((left, right) => left - right);
  }

  /** Positions of coordinates in `withheld`, ascending; others have none. */
  withheldPositionsOf(coordinates: Iterable<string>): readonly number[] {
    const positions = new Set([...coordinates].flatMap((coordinate) => this.#withheld.get(coordinate) ?? []));
    return [...positions].sort((left, right) => left - right);
  }
}
