/** A figure as people read it in German: at most two decimals, null as a dash. */
export function germanNumber(value: number | null): string {
  if (value === null) return "–";
  const digits = Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toFixed(digits).replace(".", ",").replace("-", "−");
}
