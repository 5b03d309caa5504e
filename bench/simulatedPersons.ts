import { catalogues } from "../subgraphs/scoring/catalogue/catalogues.ts";
import { simulateFeed } from "../validity/simulateFeed.ts";

const date = "2026-06-15";

/** Reduced facts of so many persons who do not exist, as their owners would give them, with the catalogue in force. */
export function simulatedPersons(persons: number) {
  const compiled = catalogues.inForce(date);
  if (compiled === null) throw new Error(`No catalogue is in force on ${date}.`);
  const { assessments } = simulateFeed(persons, 1, date);
  const facts = assessments.map((assessment, index) =>
    assessment.facts.map((fact) => ({ ...fact, asOf: "2026-01-10", references: [`${fact.key}-${index}@1`] })),
  );
  return { facts, date, compiled };
}
