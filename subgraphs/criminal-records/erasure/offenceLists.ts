import { provisionList } from "../penal/provisionList.ts";

/** The lists of offences in §§ 41, 45 and 46 BZRG. */
export const offenceLists = {
  /** § 46 (1) No. 1a and § 41 (2) sentence 3 BZRG. */
  protective: provisionList("StGB", [
    "171",
    "174-180a",
    "181a",
    "182-184g",
    "184i-184l",
    "201a(3)",
    "225",
    "232-233a",
    "234",
    "235",
    "236",
  ]),
  /** § 46 (1) No. 3 BZRG. */
  sexual: provisionList("StGB", ["174-180", "182"]),
  /** § 45 (3) No. 3 BZRG. */
  graveChildAbuse: provisionList("StGB", ["176c", "176d"]),
} as const;
