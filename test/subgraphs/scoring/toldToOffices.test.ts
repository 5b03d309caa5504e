import { expect, test } from "vitest";
import { abilityFor } from "../../../gateway/policy/ability.ts";
import { completeFacts } from "../../../gateway/policy/facts.ts";
import { loadPolicy } from "../../../gateway/policy/loadPolicy.ts";
import { offices } from "../../../schema/offices.ts";
import { factCategories } from "../../../subgraphs/scoring/factCategories.ts";
import type { ReducedFactKey } from "../../../subgraphs/scoring/reducedFacts.ts";
import { toldParts } from "../../../subgraphs/scoring/withholding/toldParts.ts";
import { today } from "../today.ts";
import { assessedWith, demonstration } from "./demonstrationCatalogue.ts";

const policy = loadPolicy();
const lastDay = "2026-08-31";
const after = "2026-09-01";

const all = "C-A1 C-A2 C-A3 C-A4 C-A5 C-A6 C-A7 C-A8 C-B1 C-B2 C-B3 C-B4 C-B5 C-B6 C-B7";

/** Office, role, purpose, relation to the person, day; criteria that are withheld, and axes whose sum is. */
type Row = readonly [
  office: string,
  role: string,
  purpose: string,
  relation: string,
  day: string,
  criteria: string,
  sums: string,
];

// biome-ignore format: a table, a row a line
const rows: readonly Row[] = [
  ["RRK_MUENSTER", "CASEWORKER", "CASE_MANAGEMENT", "OWN_CASE", today, "", ""],
  ["RRK_MUENSTER", "LEAD", "CASE_ADMISSION", "OWN_CASE", lastDay, "", ""],
  ["RRK_MUENSTER", "LEAD", "CASE_ADMISSION", "OWN_CASE", after, "C-A8", "A"],
  ["RRK_MUENSTER", "CASEWORKER", "WORKLIST", "OWN_CASE", today, all, "A B"],
  ["RRK_MUENSTER", "CASEWORKER", "CASE_MANAGEMENT", "OWN_FILE", today, all, "A B"],
  ["RRK_MUENSTER", "SECOND_RATER", "EVALUATION", "SECOND_RATING", today, "C-A8", "A"],
  ["RRK_KOELN", "CASEWORKER", "CASE_MANAGEMENT", "OWN_CASE", today, "C-A8", "A"],
  ["ZAB_COESFELD", "CASEWORKER", "RETURN_EXECUTION", "ADMITTED_CASE", today, "C-A1 C-A2 C-A3 C-A4 C-A5 C-A6 C-A7 C-A8 C-B1 C-B4 C-B5 C-B6 C-B7", "A B"],
  ["ABH_05554", "CASEWORKER", "RESIDENCE_PROCEDURE", "OWN_FILE", today, "C-A4 C-A5 C-A6 C-A7 C-B3 C-B4", "A B"],
  ["BAMF", "ASYLUM_OFFICER", "ASYLUM_PROCEDURE", "OWN_ASYLUM_PROCEDURE", today, "C-A1 C-A2 C-A3 C-A4 C-A5 C-A6 C-A7 C-A8 C-B1 C-B2 C-B3 C-B4 C-B5 C-B7", "A B"],
  ["LKA_NRW", "ANALYST", "DANGER_AVERSION", "OWN_FINDING", today, all, "A B"],
  ["STA_R2700S", "PROSECUTOR", "CRIMINAL_PROSECUTION", "OWN_INVESTIGATION", today, all, "A B"],
];

/**
 * RRK Münster alone is told a trace. The other rows say what it would be told by: whichever rule opened it to another office, it would
 * withhold what rests on a category that this office may not read.
 */
test.each(rows)("A trace told to %s, %s, for %s, under %s, on %s, withholds %s and the sums of %s", (...row) => {
  const [office, role, purpose, relation, day, criteria, sums] = row;
  const found = offices.get(office);
  if (found === undefined) throw new Error(`There is no office ${office}.`);
  const ability = abilityFor(policy, found, role, purpose, day);
  const facts = completeFacts([relation]);
  const isWithheld = (key: string) =>
    !factCategories[key as ReducedFactKey].every((category) => ability.permits("SEE", category, facts));
  const { contributions, axisA, axisB } = toldParts(assessedWith({}), demonstration, isWithheld);
  const withheld = contributions.filter(({ points }) => points === null).map(({ criterion }) => criterion);
  expect(withheld.join(" ")).toBe(criteria);
  expect([axisA === null ? ["A"] : [], axisB === null ? ["B"] : []].flat().join(" ")).toBe(sums);
});
