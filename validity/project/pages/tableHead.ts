import type { ProjectRow, ProjectTable } from "../ProjectReport.ts";
import { germanNumber } from "./germanNumber.ts";

/** Heads of the columns of a table, beside its first. */
export function tableHead({ unit, interval, counts }: ProjectTable): readonly string[] {
  return [unit, interval ?? "Intervall", counts === "–" ? "Grundlage" : counts, "Vorbehalt"];
}

/** Cells of a row, beside its label. @param isSimulated said beside every figure */
export function tableCells({ value, low, high, base, caveat }: ProjectRow, isSimulated: boolean): readonly string[] {
  const interval = low === null || high === null ? "–" : `${germanNumber(low)} bis ${germanNumber(high)}`;
  const words = [isSimulated && value !== null ? "Simulation" : "", caveat].filter((each) => each !== "");
  return [germanNumber(value), interval, germanNumber(base), words.join("; ")];
}
