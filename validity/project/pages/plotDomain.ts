import type { ProjectTable } from "../ProjectReport.ts";

/** Least and most value that a plot shows; nought is always among them, and of shares a hundred. */
export function plotDomain({ rows, unit }: ProjectTable): readonly [least: number, most: number] {
  if (unit === "Anteil in %") return [Math.min(0, ...rows.map(({ low, value }) => low ?? value ?? 0)), 100];
  const values = rows.flatMap(({ value, low, high }) => [value ?? 0, low ?? 0, high ?? 0]);
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  return most === least ? [least, least + 1] : [least, most];
}
