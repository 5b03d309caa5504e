import type { Decision, Demand } from "./decide.ts";
import { completeFacts } from "./policy/facts.ts";
import type { FieldSelection } from "./selection.ts";

/**
 * Judges fields on records: CASL gives the answer, asked once for each field and each combination of facts. Persons and
 * cases of one answer share few combinations, so a long list costs no more questions than a short one.
 */
export class Judge {
  readonly #decision: Decision;
  readonly #known = new Map<string, Map<FieldSelection, boolean>>();
  /** Questions put to CASL; bounded by fields × combinations of facts. */
  questions = 0;

  constructor(decision: Decision) {
    this.#decision = decision;
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
    const key = facts.join(" ");
    const known = this.#known.get(key) ?? new Map<FieldSelection, boolean>();
    this.#known.set(key, known);
    const answer = known.get(field) ?? this.#ask(verdict.demands, facts);
    known.set(field, answer);
    return answer;
  }

  #ask(demands: readonly Demand[], facts: readonly string[]): boolean {
    const record = completeFacts(facts);
    return demands.every(({ action, category }) => {
      this.questions += 1;
      return this.#decision.ability.permits(action, category, record);
    });
  }
}
