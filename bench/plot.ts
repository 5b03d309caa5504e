/** A curve: what grows, and what a request then costs. */
export interface Curve {
  readonly x: string;
  readonly y: string;
  /** Ascending by `at`, both above 0. */
  readonly points: readonly { readonly at: number; readonly value: number }[];
}

const width = 480;
const height = 280;
const margin = { left: 64, right: 24, top: 24, bottom: 48 } as const;

/** A plot as SVG: powers of ten across, so that ten times as much is as far everywhere; upward from nothing. */
export function plot({ x, y, points }: Curve): string {
  const logs = points.map(({ at }) => Math.log10(at));
  const [first, last] = [Math.min(...logs), Math.max(...logs)];
  const top = roundUp(Math.max(...points.map(({ value }) => value)));
  const across = (at: number) =>
    margin.left + ((Math.log10(at) - first) / (last - first || 1)) * (width - margin.left - margin.right);
  const up = (value: number) => height - margin.bottom - (value / top) * (height - margin.top - margin.bottom);
  const line = points.map(({ at, value }) => `${across(at).toFixed(1)},${up(value).toFixed(1)}`).join(" ");
  const marks = points.map(
    ({ at, value }) =>
      `<circle cx="${across(at).toFixed(1)}" cy="${up(value).toFixed(1)}" r="3"/>
<text x="${across(at).toFixed(1)}" y="${height - margin.bottom + 16}" text-anchor="middle">${at}</text>
<text x="${across(at).toFixed(1)}" y="${(up(value) - 8).toFixed(1)}" text-anchor="middle">${value}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11" role="img" aria-label="${y} by ${x}">
<title>${y} by ${x}</title>
<rect width="${width}" height="${height}" fill="white"/>
<path d="M${margin.left},${margin.top}V${height - margin.bottom}H${width - margin.right}" fill="none" stroke="black"/>
<polyline points="${line}" fill="none" stroke="#005ea5" stroke-width="2"/>
${marks.join("\n")}
<text x="${(margin.left + width - margin.right) / 2}" y="${height - 12}" text-anchor="middle">${x}</text>
<text x="16" y="${(margin.top + height - margin.bottom) / 2}" text-anchor="middle" transform="rotate(-90 16 ${(margin.top + height - margin.bottom) / 2})">${y}</text>
</svg>
`;
}

/** The next number that is 1, 2 or 5 with noughts behind it. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 5].find((each) => each * power >= value) ?? 10);
}
