/**
 * Offences for whose prosecution little interest is presumed (§ 72 (4) sentences 4 and 5 AufenthG): a provision, and the subsections
 * (Absätze) that count where not all do. By law and paragraph; whatever is not listed is no minor offence.
 */
export const minorOffences: Readonly<Record<string, readonly number[] | "ALL">> = {
  "§ 95 AufenthG": "ALL",
  "§ 9 FreizügG/EU": "ALL",
  "§ 113 StGB": [1],
  "§ 123 StGB": "ALL",
  "§ 166 StGB": "ALL",
  "§ 167 StGB": "ALL",
  "§ 169 StGB": "ALL",
  "§ 185 StGB": "ALL",
  "§ 223 StGB": "ALL",
  "§ 240 StGB": [1],
  "§ 242 StGB": "ALL",
  "§ 246 StGB": "ALL",
  "§ 248b StGB": "ALL",
  "§ 263 StGB": [1, 2, 4],
  "§ 265a StGB": "ALL",
  "§ 267 StGB": [1, 2],
  "§ 271 StGB": [1, 2, 4],
  "§ 273 StGB": "ALL",
  "§ 274 StGB": "ALL",
  "§ 276 StGB": [1],
  "§ 279 StGB": "ALL",
  "§ 281 StGB": "ALL",
  "§ 303 StGB": "ALL",
  "§ 21 StVG": "ALL",
  "§ 30 PflVG": "ALL",
};

/** Provisions that let the counter-exceptions aside: those of sentence 4 that stand beside the offences of the StGB. */
export const ownExceptions: readonly string[] = ["§ 95 AufenthG", "§ 9 FreizügG/EU"];
