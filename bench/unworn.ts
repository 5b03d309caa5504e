import { limits } from "../gateway/limits.ts";
import type { WearLimits } from "../gateway/wear/Wear.ts";

/** Rates and ceilings that nobody reaches: where speed or answers are looked at, not use over time. */
export const unworn = {
  ...Object.fromEntries(Object.keys(limits).map((name) => [name, Number.MAX_SAFE_INTEGER])),
  personsAnHourMax: Object.fromEntries(
    Object.keys(limits.personsAnHourMax).map((purpose) => [purpose, Number.MAX_SAFE_INTEGER]),
  ),
} as unknown as WearLimits;
