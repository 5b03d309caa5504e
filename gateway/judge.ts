import type { Decision } from "./decide.ts";
import type { Demand } from "./grantEntries.ts";
import { completeFacts } from "./policy/facts.ts";
import type { FieldSelection } from "./selection.ts";

/** What is known of one combination of facts. */
interface Combination {
  /** Sorted. */
  readonly facts: readonly string[];
  readonly answers: Map<FieldSelection, boolean>;
}

/** Combinations of facts kept for one decision; records of real answers have a handful. */
const keptCombinationsMax = 500;

/** Answers hang on the decision and on facts alone, so a decision has one judge, let go with it. */
const kept = new WeakMap<Decision, Judge>();

/**
 * Judges fields on records: CASL gives the answer, asked once for a decision, each field and each combination of facts. Persons
 * and cases share few combinations, so a long list costs no more questions than a short one, and the next answer none.
 */
export class Judge {
  readonly #decision: Decision;
  readonly #combinations = new Map<string, Combination>();
  /** The same by the list that `sorted` gave. */
  readonly #byList = new WeakMap<readonly string[], Combination>();
  readonly #sorted = new Map<string, readonly string[]>();
  /** Questions put to CASL so far. */
  questions = 0;

  private constructor(decision: Decision) {
    this.#decision = decision;
  }

  static of(decision: Decision): Judge {
    const known = kept.get(decision) ?? new Judge(decision);
    kept.set(decision, known);
    return known;
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
    const { answers } = this.#byList.get(facts) ?? this.#combination(facts);
    const answer = answers.get(field) ?? this.#ask(verdict.demands, facts);
    answers.set(field, answer);
    return answer;
  }

  /** Facts as `permits` takes them: one list for the same facts, by which other things can be kept. */
  sorted(facts: readonly string[]): readonly string[] {
    const given = JSON.stringify(facts);
    const known = this.#sorted.get(given);
    if (known !== undefined) return known;
    const combination = this.#combination(facts.toSorted());
    const { facts: sorted } = combination;
    this.#byList.set(sorted, combination);
    if (this.#sorted.size >= keptCombinationsMax) this.#sorted.clear();
    this.#sorted.set(given, sorted);
    return sorted;
  }

  #combination(facts: readonly string[]): Combination {
    // No name can be made that reads like two.
    const key = JSON.stringify(facts);
    const known = this.#combinations.get(key) ?? { facts, answers: new Map<FieldSelection, boolean>() };
    if (this.#combinations.size >= keptCombinationsMax) this.#combinations.clear();
    this.#combinations.set(key, known);
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
