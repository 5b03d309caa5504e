import type { z } from "zod";
import { isReducedFactKey } from "../reducedFacts.ts";
import type { Criterion } from "./Catalogue.ts";
import type { catalogueFiles } from "./catalogueFiles.ts";
import { checkCells } from "./checkCells.ts";
import { checkCoverage } from "./checkCoverage.ts";

type CriterionFile = z.infer<typeof catalogueFiles.criterion>;

/**
 * Checks what the shape of a criterion's file does not say: id, facts, cells, cap, dates, gaps and overlaps.
 *
 * @param file name of the file without its folder
 * @returns the criterion, or one sentence a fault
 */
export function checkCriterion(file: string, criterion: CriterionFile): Criterion | readonly string[] {
  const { id, axis, reads, points, cap, since, until } = criterion;
  const faults: string[] = [];
  if (`${id}.yaml` !== file) faults.push(`bears the id ${id}: a file is named by its criterion.`);
  if (!id.startsWith(`C-${axis}`)) faults.push(`stands on axis ${axis}, which its id ${id} denies.`);
  if (until !== null && until < since) faults.push("ends before it begins.");
  if (new Set(reads).size !== reads.length) faults.push("reads a fact twice.");
  faults.push(
    ...reads
      .filter((key) => !isReducedFactKey(key))
      .map((key) => `reads ${key}, which is no reduced fact. An assessment reads reduced facts alone.`),
  );
  points.forEach((row, index) => {
    const named = `row ${index + 1}`;
    faults.push(...checkCells(row.when).map((sentence) => `${named}: ${sentence}`));
    for (const key of Object.keys(row.when)) {
      if (!reads.includes(key)) faults.push(`${named}: ${key} is not among what the criterion reads.`);
    }
    if (row.points > cap) faults.push(`${named}: gives ${row.points} points, above the cap of ${cap}.`);
  });
  if (faults.length > 0) return faults;
  const checked = criterion as Criterion;
  const gaps = checkCoverage(checked);
  return gaps.length > 0 ? gaps : checked;
}
