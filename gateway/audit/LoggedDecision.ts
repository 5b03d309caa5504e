import { type DecisionEntry, decisionId } from "../../schema/accessLogFormat.ts";
import { canonicalJson } from "../../schema/canonicalJson.ts";
import { CoordinateSet } from "./CoordinateSet.ts";

/** Sets of coordinates whose positions are kept for one decision: persons differ in what there is of them, in few ways. */
const keptSetsMax = 500;

/** A decision in the log's terms: its text is made once, and operations refer to it by id. */
export class LoggedDecision {
  /** Hash of the entry without the id. */
  readonly id: string;
  /** The entry as canonical JSON. */
  readonly text: string;
  readonly #allowed: ReadonlyMap<string, number>;
  readonly #allowedCount: number;
  readonly #withheld: ReadonlyMap<string, readonly number[]>;
  /** Key of a set → positions, for the sets under one list. */
  readonly #known = new Map<string, readonly number[]>();
  #all: readonly string[] = [];

  constructor(decision: Omit<DecisionEntry, "v" | "type" | "id">) {
    const entry = { v: 1, type: "decision", ...decision } as const;
    this.id = decisionId(entry);
    this.text = canonicalJson({ ...entry, id: this.id });
    this.#allowedCount = decision.allowed.length;
    this.#allowed = new Map(decision.allowed.map(({ coordinate }, position) => [coordinate, position]));
    this.#withheld = Map.groupBy(decision.withheld.keys(), (each) => decision.withheld[each]?.coordinate ?? "");
  }

  /**
   * Positions of coordinates in `allowed`, ascending. The same list for equal sets, as long as it is kept.
   *
   * @throws RangeError for one that the decision does not allow
   */
  positionsOf(coordinates: Iterable<string>): readonly number[] {
    if (!(coordinates instanceof CoordinateSet)) return this.#find(coordinates);
    const { all, key } = coordinates;
    if (all !== this.#all || this.#known.size >= keptSetsMax) this.#known.clear();
    this.#all = all;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const found = this.#find(coordinates);
    this.#known.set(key, found);
    return found;
  }

  #find(coordinates: Iterable<string>): readonly number[] {
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
