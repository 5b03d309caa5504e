import { type ReducedFactKey, reducedFacts } from "../reducedFacts.ts";
import type { Criterion, Row } from "./Catalogue.ts";
import { unaryTest, wholeNumberBounds } from "./unaryTest.ts";

type Values = ReadonlyMap<ReducedFactKey, string>;

/**
 * Checks that the rows of a criterion cover every combination of the values it reads, and none twice.
 *
 * @param criterion whose cells `checkCells` found nothing against
 * @returns one sentence a gap or overlap; empty when all is well
 */
export function checkCoverage({ reads, points }: Pick<Criterion, "reads" | "points">): readonly string[] {
  return combinations(reads, points).flatMap((values) => {
    const rows = points.filter((row) => holds(row, values)).length;
    const named = [...values].map(([key, value]) => `${key} ${value}`).join(", ");
    if (rows === 0) return [`has a gap: no row covers ${named}.`];
    if (rows > 1) return [`has an overlap: ${rows} rows cover ${named}.`];
    return [];
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
  const edges = rows.flatMap(({ when }) => {
    const cell = when[key];
    const bounds = typeof cell === "string" ? wholeNumberBounds(cell) : null;
    return bounds === null ? [] : [bounds.least - 1, bounds.least, bounds.most, bounds.most + 1];
  });
  const numbers = new Set([0, ...edges].filter((edge) => edge >= 0 && Number.isFinite(edge)));
  return [...numbers].sort((left, right) => left - right).map(String);
}

function holds(row: Row, values: Values): boolean {
  return [...values].every(([key, value]) => {
    const cell = row.when[key];
    return cell === undefined || unaryTest(cell)?.(value) === true;
  });
}
