import type { ProjectReport } from "../ProjectReport.ts";

/** A day as Germans write it. */
export function germanDay(day: string): string {
  return day.split("-").toReversed().join(".");
}

/** Title of the report. */
export function reportTitle({ from, to }: ProjectReport): string {
  return `Projektbericht Fallmanagement und IRIS, ${germanDay(from)} bis ${germanDay(to)}`;
}

/** What stands first, of a simulation; null of what was recorded. */
export function simulationNotice({ simulation }: ProjectReport): string | null {
  if (simulation === null) return null;
  const { seed, persons, cases } = simulation;
  return `Simulation: Jede Zahl dieses Berichts stammt aus einem simulierten Pilotzeitraum (Startwert ${seed}, ${persons} synthetische Personen, ${cases} Vorschläge). Sie sagt nichts über wirkliche Personen oder Behörden.`;
}
