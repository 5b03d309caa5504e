/** To four places: more would be noise, and would differ between machines. */
export function rounded(value: number): number {
  const moved = Math.round(value * 10_000) / 10_000;
  return moved === 0 ? 0 : moved;
}
