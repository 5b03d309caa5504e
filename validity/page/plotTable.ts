import type { Figure, ReportTable } from "../report/ValidityReport.ts";
import { escaped } from "./escaped.ts";
import type { Language } from "./Language.ts";
import { numberText } from "./numberText.ts";

const [width, labelWidth, rowHeight, edge] = [760, 300, 26, 20];
/** Room for half of the last number under the axis. */
const endWidth = 36;
const plotWidth = width - labelWidth - endWidth;

/** One table as a picture: a bar for a count; for everything else a dot with its interval, hollow where it rests on too little. */
export function plotTable(table: ReportTable, language: Language): string {
  const { rows, measure, title } = table;
  const [least, most] = domainOf(table);
  const at = (value: number) => labelWidth + ((value - least) / (most - least)) * plotWidth;
  const height = rows.length * rowHeight + 2 * edge;
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((part) => least + part * (most - least));
  const axis = ticks.map(
    (tick) => `<line class="grid" x1="${px(at(tick))}" x2="${px(at(tick))}" y1="${edge / 2}" y2="${height - edge}"/>
<text class="tick" x="${px(at(tick))}" y="${height - 4}" text-anchor="middle">${numberText(tick, measure, language)}</text>`,
  );
  const marks = rows.map((row, index) => {
    const y = edge / 2 + (index + 0.5) * rowHeight;
    const label = `<text x="${labelWidth - 10}" y="${y + 4}" text-anchor="end">${escaped(row.label[language])}</text>`;
    return label + (measure === "COUNT" ? bar(row, y, at) : dot(row, y, at));
  });
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title[language])}">
${[...axis, ...marks].join("\n")}
</svg>`;
}

function domainOf({ measure, rows }: ReportTable): readonly [least: number, most: number] {
  if (measure === "SHARE") return [0, 1];
  if (measure === "COEFFICIENT") return rows.some(({ value, low }) => (low ?? value ?? 0) < 0) ? [-1, 1] : [0, 1];
  const values = rows.flatMap(({ value, high }) => [value ?? 0, high ?? 0]);
  return [0, Math.max(4, 4 * Math.ceil(Math.max(...values) / 4))];
}

function bar({ value }: Figure, y: number, at: (value: number) => number): string {
  if (value === null) return none(y);
  return `<rect class="bar" x="${px(at(0))}" y="${y - 8}" width="${px(at(value) - at(0))}" height="16"/>`;
}

function dot({ value, low, high, state }: Figure, y: number, at: (value: number) => number): string {
  if (value === null) return none(y);
  const whisker =
    low === null || high === null
      ? ""
      : `<line class="interval" x1="${px(at(low))}" x2="${px(at(high))}" y1="${y}" y2="${y}"/>`;
  return `${whisker}<circle class="${state === "THIN" ? "thin" : "dot"}" cx="${px(at(value))}" cy="${y}" r="5"/>`;
}

function none(y: number): string {
  return `<text class="tick" x="${labelWidth + 4}" y="${y + 4}">–</text>`;
}

function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}
