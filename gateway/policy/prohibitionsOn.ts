import { fits } from "./fits.ts";
import type { PolicyOffice, Prohibition } from "./Policy.ts";

/** The prohibitions that withhold a category from an office and role: always, or where their fact holds. */
export function prohibitionsOn(
  prohibitions: readonly Prohibition[],
  office: PolicyOffice,
  role: string,
  category: string,
): readonly Prohibition[] {
  return prohibitions.filter(
    ({ who, except, withholds }) =>
      (withholds.includes("*") || withholds.includes(category)) &&
      (who === null || fits(who, office, role)) &&
      (except === null || !fits(except, office, role)),
  );
}
