import type { ProjectTable, Simulation } from "../ProjectReport.ts";

/** The data behind one plot, RFC 4180 with a header; numbers with a point, unrounded, an empty cell where there is none. The last column says what is simulated. */
export function renderCsv({ unit, interval, counts, rows }: ProjectTable, simulation: Simulation | null): string {
  const source = simulation === null ? "aufgezeichnet" : `Simulation, Startwert ${simulation.seed}`;
  const head = ["Bezeichnung", unit, "unten", "oben", "Intervall", counts, "Vorbehalt", "Herkunft"];
  const lines = rows.map(({ label, value, low, high, base, caveat }) => [
    label,
    value,
    low,
    high,
    interval,
    base,
    caveat,
    source,
  ]);
  return [head, ...lines].map((line) => `${line.map(cell).join(",")}\r\n`).join("");
}

function cell(value: string | number | null): string {
  if (value === null) return "";
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
