import type { z } from "zod";
import { isGateFact, isReducedFactKey } from "../reducedFacts.ts";
import type { Criterion } from "./Catalogue.ts";
import type { catalogueFiles } from "./catalogueFiles.ts";
import { checkCells } from "./checkCells.ts";
import { checkCoverage } from "./checkCoverage.ts";
import type { Fault } from "./Fault.ts";
import { notReduced } from "./notReduced.ts";

type CriterionFile = z.infer<typeof catalogueFiles.criterion>;

/**
 * Checks what the shape of a criterion's file does not say: id, facts, cells, cap, direction, dates, gaps and overlaps.
 *
 * @param file name of the file without its folder
 * @returns every fault; empty: the file is a `Criterion`
 */
export function checkCriterion(file: string, criterion: CriterionFile): readonly Fault[] {
  const faults = [...checkHead(file, criterion), ...checkReads(criterion), ...checkRows(criterion)];
  return faults.length > 0 ? faults : checkCoverage(criterion as Criterion);
}

function checkHead(file: string, { id, axis, since, until }: CriterionFile): readonly Fault[] {
  const faults: Fault[] = [];
  if (`${id}.yaml` !== file) {
    faults.push({ place: ["id"], what: `bears the id ${id}: a file is named by its criterion.` });
  }
  if (!id.startsWith(`C-${axis}`)) {
    faults.push({ place: ["axis"], what: `stands on axis ${axis}, which its id ${id} denies.` });
  }
  if (until !== null && until < since) faults.push({ place: ["until"], what: "ends before it begins." });
  return faults;
}

function checkReads({ reads }: CriterionFile): readonly Fault[] {
  return reads.flatMap((key, index) => {
    const place = ["reads", index];
    if (!isReducedFactKey(key)) return [{ place, what: notReduced(key) }];
    if (isGateFact(key)) return [{ place, what: `${key} is for gates alone: no point may depend on it.` }];
    return reads.indexOf(key) === index ? [] : [{ place, what: `reads ${key} twice.` }];
  });
}

function checkRows({ reads, points, cap, direction }: CriterionFile): readonly Fault[] {
  const faults = points.flatMap((row, index) => {
    const place = ["points", index];
    const unread = Object.keys(row.when).filter((key) => isReducedFactKey(key) && !reads.includes(key));
    return [
      ...checkCells(row.when, [...place, "when"]),
      ...unread.map((key) => ({
        place: [...place, "when", key],
        what: `${key} is not among what the criterion reads.`,
      })),
      ...(row.points > cap
        ? [{ place: [...place, "points"], what: `gives ${row.points} points, above the cap of ${cap}.` }]
        : []),
    ];
  });
  const least = Math.min(...points.map((row) => row.points));
  const most = Math.max(...points.map((row) => row.points));
  const moves = least < 0 ? (most > 0 ? "EITHER" : "LOWERS") : "RAISES";
  if (direction === moves) return faults;
  return [
    ...faults,
    { place: ["direction"], what: `says ${direction}, but its rows give ${least} to ${most} points.` },
  ];
}
