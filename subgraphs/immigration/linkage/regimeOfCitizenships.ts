import type { person } from "../tables.ts";

/**
 * Citizenships of the Union (Art. 20 TFEU), and those that are treated alike: Iceland, Liechtenstein and Norway (§ 12 FreizügG/EU).
 * ISO 3166-1 alpha-3.
 */
const union: ReadonlySet<string> = new Set(
  (
    "AUT BEL BGR CYP CZE DNK ESP EST FIN FRA GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE " +
    "ISL LIE NOR"
  ).split(" "),
);

/** Legal regime by citizenship alone. A German is one whatever else they are (Art. 116 GG). */
export function regimeOfCitizenships(
  citizenships: readonly string[],
): (typeof person.$inferSelect)["regimeByCitizenship"] {
  if (citizenships.includes("DEU")) return "GERMAN";
  return citizenships.some((code) => union.has(code)) ? "UNION_CITIZEN" : "THIRD_COUNTRY";
}
