import type { Catalogue } from "../catalogue/Catalogue.ts";
import { parseCell } from "../catalogue/parseCell.ts";
import { type ReducedFactKey, reducedFacts } from "../reducedFacts.ts";

/**
 * Values of a fact that a catalogue can tell apart: every class; of a whole number, the least one of each stretch between two
 * bounds, within which no row changes. In the order of the classes, or rising.
 */
export function possibleValues(key: ReducedFactKey, { criteria }: Pick<Catalogue, "criteria">): readonly string[] {
  const classes = reducedFacts[key];
  if (classes !== "WHOLE_NUMBER") return classes;
  const tests = criteria.flatMap(({ points }) =>
    points.flatMap(({ when }) => parseCell(when[key] ?? "-")?.tests ?? []),
  );
  const edges = tests.flatMap((test) => (test.kind === "numbers" ? [test.least, test.most + 1] : []));
  const numbers = new Set([0, ...edges].filter((edge) => Number.isFinite(edge)));
  return [...numbers].sort((left, right) => left - right).map(String);
}
