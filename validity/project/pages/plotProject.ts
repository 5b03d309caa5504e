import { escaped } from "../../page/escaped.ts";
import type { ProjectTable } from "../ProjectReport.ts";
import { germanNumber } from "./germanNumber.ts";
import { plotDomain } from "./plotDomain.ts";

const [width, labelWidth, rowHeight, edge, endWidth] = [760, 330, 24, 20, 30];

/** One table as a picture: a bar with its interval; a dash where the data do not suffice. */
export function plotProject(table: ProjectTable): string {
  const [least, most] = plotDomain(table);
  const at = (value: number) =>
    Math.round(10 * (labelWidth + ((value - least) / (most - least)) * (width - labelWidth - endWidth))) / 10;
  const height = table.rows.length * rowHeight + 2 * edge;
  const axis = [0, 0.25, 0.5, 0.75, 1].map((part) => {
    const tick = least + part * (most - least);
    return `<line class="grid" x1="${at(tick)}" x2="${at(tick)}" y1="${edge / 2}" y2="${height - edge}"/><text class="tick" x="${at(tick)}" y="${height - 4}" text-anchor="middle">${germanNumber(tick)}</text>`;
  });
  const marks = table.rows.map(({ label, value, low, high }, index) => {
    const y = edge / 2 + (index + 0.5) * rowHeight;
    const name = label.length > 52 ? `${label.slice(0, 51)}…` : label;
    const text = `<text x="${labelWidth - 8}" y="${y + 4}" text-anchor="end">${escaped(name)}</text>`;
    if (value === null) return `${text}<text class="tick" x="${labelWidth + 4}" y="${y + 4}">–</text>`;
    const [from, to] = [Math.min(at(0), at(value)), Math.max(at(0), at(value))];
    const bar = `<rect class="bar" x="${from}" y="${y - 7}" width="${Math.max(1, to - from)}" height="14"/>`;
    const interval =
      low === null || high === null
        ? ""
        : `<line class="interval" x1="${at(low)}" x2="${at(high)}" y1="${y}" y2="${y}"/>`;
    return text + bar + interval;
  });
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(`${table.title}, ${table.unit}`)}">${[...axis, ...marks].join("\n")}</svg>`;
}
