/** Three significant digits, but never less than whole numbers: no more is known from a few rounds. */
export function rounded(value: number): number {
  return value >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}
