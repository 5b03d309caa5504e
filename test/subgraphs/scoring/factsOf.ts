import type { ReducedFact } from "../../../subgraphs/scoring/engine/ReducedFact.ts";
import type { ReducedFactKey } from "../../../subgraphs/scoring/reducedFacts.ts";

/** Values of reduced facts; null: unknown. */
export type Values = Partial<Record<ReducedFactKey, string | null>>;

/** A grown third-country national of whom everything is known and nothing counts, neither for nor against. */
export const nothingCounts = {
  MINOR: "NO",
  LEGAL_REGIME: "THIRD_COUNTRY",
  PROTECTION: "NONE",
  REMOVAL_BAR: "NONE",
  ENFORCEABILITY: "NOT_ENFORCEABLE",
  REMOVAL_THREAT: "NONE",
  TRAVEL_DOCUMENT: "OPEN",
  TOLERATION_CLASS: "TRAVEL_DOCUMENTS",
  ASYLUM: "SUBSEQUENT_OR_INTERIM_RELIEF",
  INTEREST_TO_STAY: "NONE",
  EVASION: "NONE",
  EXPULSION_INTEREST: "NONE",
  FURTHER_CONVICTIONS: "0",
  VIOLENCE_OR_WEAPON: "NO",
  LATEST_OFFENCE: "NONE",
  REPEAT_OFFENDER_LISTING: "NONE",
  OPEN_CHARGES: "0",
  CUSTODY_PERSPECTIVE: "NONE",
  SOCIAL_CONDUCT: "0",
  PROSECUTOR_CONSENT: "PENDING",
} as const satisfies Values;

/** The same person but for these values, as reduced facts. Each rests on one fact, named after its key. */
export function factsOf(changes: Values = {}): readonly ReducedFact[] {
  return Object.entries({ ...nothingCounts, ...changes }).flatMap(([key, value]) =>
    value === null ? [] : [{ key, value, asOf: "2026-01-10", references: [`${key}-1@1`] }],
  );
}
