/** The class of a value, for a report that may not show it. */
export function valueClassOf(value: string | undefined): string {
  if (value === undefined) return "missing";
  if (value.trim() === "") return "empty";
  if (/[\p{Cc}\p{Cs}\uFFFD]/u.test(value)) return "text with control or replacement characters";
  if (/^[+-]?\d+$/.test(value)) return "whole number";
  if (/^[+-]?\d+[.,]\d+$/.test(value)) return "decimal number";
  if (/^\d{1,4}[.\-/]\d{1,2}[.\-/]\d{1,4}$/.test(value)) return "numbers as of a day";
  return "text";
}
