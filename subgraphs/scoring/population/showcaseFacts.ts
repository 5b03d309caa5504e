import type { ReducedFact } from "../engine/ReducedFact.ts";

/** What is told of showcase cases whatever the seed; of the others, chance decides. */
export const showcaseCases = {
  /** Its assessment is kept for the file and stands near the top of the worklist. */
  recorded: "FM-2026-0001",
  /** Is looked at for the first time: nothing is kept for it. */
  notYetAssessed: "FM-2026-0002",
  /** Drawn for an own estimate that nobody has given yet. */
  drawn: "FM-2026-0009",
} as const;

/** Reduced facts behind the recorded showcase assessment. */
export const showcaseFacts: readonly ReducedFact[] = Object.entries({
  MINOR: "NO",
  LEGAL_REGIME: "THIRD_COUNTRY",
  PROTECTION: "NONE",
  REMOVAL_BAR: "NONE",
  ENFORCEABILITY: "ENFORCEABLE_FINAL",
  REMOVAL_THREAT: "ENFORCEABLE",
  TRAVEL_DOCUMENT: "IDENTIFIED_OR_APPLIED",
  TOLERATION_CLASS: "TRAVEL_DOCUMENTS",
  ASYLUM: "NONE",
  INTEREST_TO_STAY: "NONE",
  EVASION: "NONE",
  EXPULSION_INTEREST: "SECTION_54_1",
  FURTHER_CONVICTIONS: "2",
  VIOLENCE_OR_WEAPON: "YES",
  LATEST_OFFENCE: "WITHIN_24",
  REPEAT_OFFENDER_LISTING: "CURRENT",
  OPEN_CHARGES: "1",
  CUSTODY_PERSPECTIVE: "RELEASE_WITHIN_6_MONTHS",
  SOCIAL_CONDUCT: "0",
  PROSECUTOR_CONSENT: "PENDING",
}).map(([key, value]) => ({ key, value, asOf: "2025-11-04", references: [] }));
