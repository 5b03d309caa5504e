import { codeClasses } from "./reducedFacts/codeClasses.ts";
import type { expulsion, person } from "./tables.ts";

export type LegalRegime = "THIRD_COUNTRY" | "UNION_CITIZEN" | "UNION_CITIZEN_LOSS" | "GERMAN";

type Person = Pick<typeof person.$inferSelect, "regimeByCitizenship">;
type Expulsion = typeof expulsion.$inferSelect;

/** A finding that the right of free movement was lost (§§ 5 (4), 6 FreizügG/EU), whether or not it is enforceable yet. */
export function isLossFinding({ code }: Pick<Expulsion, "code">): boolean {
  return codeClasses.lossFinding.has(code);
}

/**
 * The legal regime that governs the stay.
 *
 * @param expulsions expulsions and findings that hold on the date of the question
 */
export function legalRegimeOn({ regimeByCitizenship }: Person, expulsions: readonly Expulsion[]): LegalRegime {
  const lost = regimeByCitizenship === "UNION_CITIZEN" && expulsions.some(isLossFinding);
  return lost ? "UNION_CITIZEN_LOSS" : regimeByCitizenship;
}

/** The rows that the legal regime is worked out from: the person, and what took the right of free movement away. */
export function legalRegimeRestsOn<P extends Person, E extends Expulsion>(
  person: P,
  expulsions: readonly E[],
): readonly (P | E)[] {
  const isLost = legalRegimeOn(person, expulsions) === "UNION_CITIZEN_LOSS";
  return [person, ...(isLost ? expulsions.filter(isLossFinding) : [])];
}
