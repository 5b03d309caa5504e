import { limits } from "../limits.ts";
import type { WearLimits } from "../wear/Wear.ts";

/** Rates and ceilings that nobody reaches: half a year is over in minutes, and a clock hour holds weeks of it. */
export const unboundUse = {
  ...Object.fromEntries(Object.keys(limits).map((name) => [name, Number.MAX_SAFE_INTEGER])),
  personsAnHourMax: Object.fromEntries(
    Object.keys(limits.personsAnHourMax).map((purpose) => [purpose, Number.MAX_SAFE_INTEGER]),
  ),
} as unknown as WearLimits;
