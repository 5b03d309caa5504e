import type { Measure } from "../report/ValidityReport.ts";
import type { Language } from "./Language.ts";

/** A figure as people read it: shares in percent, coefficients and points with two places, counts whole. */
export function numberText(value: number, measure: Measure, language: Language): string {
  if (measure === "COUNT") return String(Math.round(value));
  const [text, unit] =
    measure === "SHARE" ? [(100 * value).toFixed(1), language === "de" ? " %" : "%"] : [value.toFixed(2), ""];
  return `${(language === "de" ? text.replace(".", ",") : text).replace("-", "−")}${unit}`;
}
