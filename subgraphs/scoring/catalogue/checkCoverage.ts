import { type ReducedFactKey, reducedFacts } from "../reducedFacts.ts";
import type { Criterion, Row } from "./Catalogue.ts";
import { compileCell } from "./compileCell.ts";
import type { Fault } from "./Fault.ts";
import { parseCell } from "./parseCell.ts";

type Values = ReadonlyMap<ReducedFactKey, string>;

/**
 * Checks that the rows of a criterion cover every combination of the values it reads, and none twice.
 *
 * @param criterion whose cells `checkCells` found nothing against
 */
export function checkCoverage({ reads, points }: Pick<Criterion, "reads" | "points">): readonly Fault[] {
  return combinations(reads, points).flatMap((values) => {
    const rows = [...points.keys()].filter((index) => holds(points[index], values));
    const named = [...values].map(([key, value]) => `${key} ${value}`).join(", ");
    if (rows.length === 0) return [{ place: ["points"], what: `has a gap: no row covers ${named}.` }];
    if (rows.length === 1) return [];
    return [
      {
        place: ["points", rows[1] ?? 0],
        what: `has an overlap: rows ${rows.map((index) => index + 1).join(", ")} cover ${named}.`,
      },
    ];
  });
}

function combinations(reads: readonly ReducedFactKey[], rows: readonly Row[]): readonly Values[] {
  return reads.reduce<readonly Values[]>(
    (known, key) => known.flatMap((values) => samples(key, rows).map((value) => new Map([...values, [key, value]]))),
    [new Map()],
  );
}

/** Every class of the fact; of a whole number, zero and both sides of every bound, between which no row can change. */
function samples(key: ReducedFactKey, rows: readonly Row[]): readonly string[] {
  const classes = reducedFacts[key];
  if (classes !== "WHOLE_NUMBER") return classes;
  const tests = rows.flatMap(({ when }) => parseCell(when[key] ?? "-")?.tests ?? []);
  const edges = tests.flatMap((test) =>
    test.kind === "numbers" ? [test.least - 1, test.least, test.most, test.most + 1] : [],
  );
  const numbers = new Set([0, ...edges].filter((edge) => edge >= 0 && Number.isFinite(edge)));
  return [...numbers].sort((left, right) => left - right).map(String);
}

function holds(row: Row | undefined, values: Values): boolean {
  return row !== undefined && [...values].every(([key, value]) => compileCell(row.when[key] ?? "-")(value));
}
