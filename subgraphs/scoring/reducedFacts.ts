/**
 * The reduced facts that an assessment may read, each with its classes or as a whole number. The owners of the facts name the same
 * classes in their SDL (`ResidenceFactKey`, `ConductFactKey`, `CaseworkFactKey`). What stands here is all that scoring can learn of a person.
 */
export const reducedFacts = {
  MINOR: ["YES", "NO"],
  LEGAL_REGIME: ["THIRD_COUNTRY", "UNION_CITIZEN", "UNION_CITIZEN_LOSS", "GERMAN"],
  PROTECTION: ["RECOGNISED", "NONE"],
  REMOVAL_BAR: ["EXISTS", "NONE"],
  ENFORCEABILITY: ["ENFORCEABLE_FINAL", "ENFORCEABLE_NOT_FINAL", "NOT_ENFORCEABLE"],
  REMOVAL_THREAT: ["ENFORCEABLE", "NOT_ENFORCEABLE", "NONE"],
  TRAVEL_DOCUMENT: ["PASSPORT", "SUBSTITUTE_PRESENT", "IDENTIFIED_OR_APPLIED", "OPEN"],
  TOLERATION_CLASS: ["NONE", "TRAVEL_DOCUMENTS", "PROCEDURAL", "OTHER_OBSTACLE", "TRAINING_OR_EMPLOYMENT"],
  ASYLUM: ["NONE", "SUBSEQUENT_OR_INTERIM_RELIEF", "FIRST_APPLICATION"],
  INTEREST_TO_STAY: ["PARTICULARLY_SERIOUS", "SERIOUS", "NONE"],
  EVASION: ["DOCUMENTED", "NONE"],
  EXPULSION_INTEREST: ["SECTION_54_1", "SECTION_54_2", "SECTION_54_2_MINOR", "NONE"],
  FURTHER_CONVICTIONS: "WHOLE_NUMBER",
  VIOLENCE_OR_WEAPON: ["YES", "NO"],
  LATEST_OFFENCE: ["WITHIN_12", "WITHIN_24", "WITHIN_60", "OLDER", "NONE"],
  REPEAT_OFFENDER_LISTING: ["CURRENT", "NONE"],
  OPEN_CHARGES: "WHOLE_NUMBER",
  CUSTODY_PERSPECTIVE: ["WAIVER_GRANTED", "RELEASE_WITHIN_6_MONTHS", "NONE"],
  SOCIAL_CONDUCT: "WHOLE_NUMBER",
  PROSECUTOR_CONSENT: ["NOT_REQUIRED_OR_GIVEN", "PENDING", "REFUSED"],
} as const satisfies Readonly<Record<string, readonly string[] | "WHOLE_NUMBER">>;

export type ReducedFactKey = keyof typeof reducedFacts;

/** Whether the name is that of a reduced fact. */
export function isReducedFactKey(name: string): name is ReducedFactKey {
  return Object.hasOwn(reducedFacts, name);
}

/**
 * Facts that only gates may read: what the law ties to citizenship, age or protection opens or closes the way to an assessment,
 * and never moves an axis.
 */
const gateFacts: ReadonlySet<ReducedFactKey> = new Set(["MINOR", "LEGAL_REGIME", "PROTECTION", "REMOVAL_BAR"]);

/** Whether only gates may read the fact. */
export function isGateFact(key: ReducedFactKey): boolean {
  return gateFacts.has(key);
}

/** Whether the value is one that the fact can have. */
export function isReducedFactValue(key: ReducedFactKey, value: string): boolean {
  const values: readonly string[] | "WHOLE_NUMBER" = reducedFacts[key];
  return values === "WHOLE_NUMBER" ? /^(0|[1-9]\d{0,5})$/.test(value) : values.includes(value);
}
