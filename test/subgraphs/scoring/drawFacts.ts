import type { Faker } from "@faker-js/faker";
import type { ReducedFact } from "../../../subgraphs/scoring/engine/ReducedFact.ts";
import { type ReducedFactKey, reducedFacts } from "../../../subgraphs/scoring/reducedFacts.ts";

/** Value of every fact; null: unknown. */
export type DrawnValues = Readonly<Record<ReducedFactKey, string | null>>;

/** Draws a person's values: gates are mostly open, or nobody would reach the criteria. */
export function drawFacts(faker: Faker, unknownShare = 0): DrawnValues {
  const mostly = (usual: string, else_: string) => (faker.datatype.boolean(0.95) ? usual : else_);
  const gates: Partial<Record<ReducedFactKey, string>> = {
    MINOR: mostly("NO", "YES"),
    LEGAL_REGIME: mostly(faker.helpers.arrayElement(["THIRD_COUNTRY", "UNION_CITIZEN_LOSS"]), "GERMAN"),
    PROTECTION: mostly("NONE", "RECOGNISED"),
    REMOVAL_BAR: mostly("NONE", "EXISTS"),
  };
  const entries = Object.entries(reducedFacts).map(([key, classes]) => {
    const value =
      gates[key as ReducedFactKey] ??
      (classes === "WHOLE_NUMBER" ? String(faker.number.int({ min: 0, max: 7 })) : faker.helpers.arrayElement(classes));
    return [key, faker.datatype.boolean(unknownShare) ? null : value];
  });
  return Object.fromEntries(entries) as DrawnValues;
}

/** The values as reduced facts; each rests on one fact, named after its key. */
export function factsWith(values: Readonly<Partial<DrawnValues>>): readonly ReducedFact[] {
  return Object.entries(values).flatMap(([key, value]) =>
    value == null ? [] : [{ key, value, asOf: "2026-01-10", references: [`${key}-1@1`] }],
  );
}
