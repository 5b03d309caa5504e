/** To two places: with more, the share alone would tell how many of how many. */
export function roundedOfGroup(value: number): number {
  const moved = Math.round(value * 100) / 100;
  return moved === 0 ? 0 : moved;
}
