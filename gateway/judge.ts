import type { Decision } from "./decide.ts";
import type { Demand } from "./grantEntries.ts";
import { completeFacts } from "./policy/facts.ts";
import type { FieldSelection } from "./selection.ts";

/** Facts, joined → field → answer. */
type Answers = Map<string, Map<FieldSelection, boolean>>;

/** Combinations of facts kept for one decision; records of real answers have a handful. */
const keptCombinationsMax = 500;

/** Answers hang on the decision and on facts alone, so they are kept with the decision and let go with it. */
const kept = new WeakMap<Decision, Answers>();

/**
 * Judges fields on records: CASL gives the answer, asked once for a decision, each field and each combination of facts. Persons
 * and cases share few combinations, so a long list costs no more questions than a short one, and the next answer none.
 */
export class Judge {
  readonly #decision: Decision;
  readonly #known: Answers;
  /** The same for this answer, by the facts themselves. */
  readonly #answers = new Map<readonly string[], Map<FieldSelection, boolean>>();
  readonly #sorted = new Map<string, readonly string[]>();
  /** Questions put to CASL for this answer; bounded by fields × combinations of facts. */
  questions = 0;

  constructor(decision: Decision) {
    this.#decision = decision;
    this.#known = kept.get(decision) ?? new Map();
    kept.set(decision, this.#known);
  }

  /**
   * Whether the field may be read on a record on which these facts hold.
   *
   * @param facts names of the relations and facts that hold, sorted
   */
  permits(field: FieldSelection, facts: readonly string[]): boolean {
    const verdict = this.#decision.verdicts.get(field);
    if (verdict === undefined || verdict.kind === "WITHHOLD") return false;
    if (verdict.kind === "ALLOW") return true;
    const known = this.#answers.get(facts) ?? this.#answersOn(facts);
    const answer = known.get(field) ?? this.#ask(verdict.demands, facts);
    known.set(field, answer);
    return answer;
  }

  /** Facts as `permits` takes them. The same facts give the same list, so that they are looked up by it. */
  sorted(facts: readonly string[]): readonly string[] {
    const given = facts.join(",");
    const known = this.#sorted.get(given) ?? facts.toSorted();
    this.#sorted.set(given, known);
    return known;
  }

  #answersOn(facts: readonly string[]): Map<FieldSelection, boolean> {
    const key = facts.join(" ");
    const known = this.#known.get(key) ?? new Map<FieldSelection, boolean>();
    if (this.#known.size >= keptCombinationsMax) this.#known.clear();
    this.#known.set(key, known);
    this.#answers.set(facts, known);
    return known;
  }

  #ask(demands: readonly Demand[], facts: readonly string[]): boolean {
    const record = completeFacts(facts);
    return demands.every(({ action, category }) => {
      this.questions += 1;
      return this.#decision.ability.permits(action, category, record);
    });
  }
}
