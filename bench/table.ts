import type { Row } from "./Subject.ts";

/** Rows as a table of text: a column for each key of the first row, numbers to the right. */
export function table(rows: readonly Row[]): string {
  const heads = Object.keys(rows[0] ?? {});
  const columns = heads.map((head) => {
    const cells = rows.map((row) => row[head] ?? null);
    const width = Math.max(head.length, ...cells.map((cell) => text(cell).length));
    const isNumeric = cells.every((cell) => typeof cell !== "string");
    return { head, pad: (cell: string) => (isNumeric ? cell.padStart(width) : cell.padEnd(width)) };
  });
  const lines = [
    columns.map(({ head, pad }) => pad(head)),
    ...rows.map((row) => columns.map(({ head, pad }) => pad(text(row[head] ?? null)))),
  ];
  return lines.map((cells) => `  ${cells.join("  ").trimEnd()}\n`).join("");
}

function text(cell: string | number | null): string {
  return cell === null ? "–" : String(cell);
}
