import type { FactOf } from "../facts/FactType.ts";
import type * as tables from "../tables.ts";

/** What is on file about one person on the date of the question; lists in any order. */
export interface ResidenceRecord {
  /** Date of the question. */
  readonly date: string;
  readonly person: FactOf<typeof tables.person>;
  readonly obligationsToLeave: readonly FactOf<typeof tables.obligationToLeave>[];
  readonly expulsions: readonly FactOf<typeof tables.expulsion>[];
  readonly removalThreats: readonly FactOf<typeof tables.removalThreat>[];
  readonly tolerations: readonly FactOf<typeof tables.toleration>[];
  readonly asylumProcedures: readonly FactOf<typeof tables.asylumProcedure>[];
  readonly removalBars: readonly FactOf<typeof tables.removalBar>[];
  readonly interestsToStay: readonly FactOf<typeof tables.interestToStay>[];
  readonly identityClarifications: readonly FactOf<typeof tables.identityClarification>[];
  readonly travelDocuments: readonly FactOf<typeof tables.travelDocument>[];
  readonly evasionFacts: readonly FactOf<typeof tables.evasionFact>[];
}
