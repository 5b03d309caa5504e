import { describe, expect, test } from "vitest";
import { loadSupergraph } from "../../../gateway/loadSupergraph.ts";
import { annex } from "../../../gateway/officer/annex/Annex.ts";
import { type AnnexFinding, annexFindings } from "../../../gateway/officer/annex/annexFindings.ts";
import { explainedBy } from "../../../gateway/officer/annex/explainedBy.ts";
import { policyRecord } from "../../../gateway/officer/policyRecord.ts";
import { loadPolicy } from "../../../gateway/policy/loadPolicy.ts";
import type { Policy, Rule } from "../../../gateway/policy/Policy.ts";
import { officeKinds } from "../../../schema/offices.ts";
import { vocabulary } from "../../../schema/vocabulary.ts";

const supergraph = loadSupergraph();
const policy = loadPolicy();
const { tables, mapping, deviations } = annex;
const findingsOf = (asked: Policy) => annexFindings(policyRecord(asked, supergraph), asked, tables, mapping);
const findings = findingsOf(policy);

describe("No rule lets an office read a datum of the register that the annex does not let it receive", () => {
  test("but for the deviations that are listed with a reason", () => {
    expect(findings.filter((finding) => explainedBy(finding, deviations) === undefined)).toEqual([]);
  });

  test.for(deviations)(
    "the deviation of $office, $finding, $group is one",
    ({ office, finding, group, tables: listed }) => {
      const found = findings.filter(
        (each) => each.office === office && each.finding === finding && each.group === group,
      );
      expect(listed.filter((no) => !found.some(({ table }) => table === no))).toEqual([]);
    },
  );
});

describe("A rule that gives more is found", () => {
  const base: Rule = {
    id: "R-NEW-01",
    sentence: "A new rule.",
    who: { offices: [], roles: [] },
    purposes: ["CASE_MANAGEMENT"],
    sees: [],
    writes: [],
    combines: [],
    when: ["OWN_CASE"],
    because: [],
    since: null,
    until: null,
  };
  // biome-ignore format: a table, a row a line
  const rows: readonly (readonly [title: string, rule: Partial<Rule>, expected: readonly string[]])[] = [
    ["a ministry is given suspicions, convictions and threats of removal of persons who are no citizens of the Union: allowed", { who: { offices: ["MINISTRY"], roles: [] }, sees: ["CONVICTION", "REMOVAL_THREAT"] }, []],
    ["the operator is given identities", { who: { offices: ["LZPD"], roles: [] }, sees: ["IDENTITY"] }, ["LZPD NO_RECIPIENT (1) 3 IDENTITY", "LZPD NO_RECIPIENT (2) 3 IDENTITY", "LZPD NO_RECIPIENT (3) 3 IDENTITY"]],
    ["the evaluation is given expulsions", { who: { offices: ["EVALUATION"], roles: [] }, sees: ["EXPULSION"] }, ["EVALUATION NO_RECIPIENT (1) 13 EXPULSION", "EVALUATION NO_RECIPIENT (2) 13 EXPULSION"]],
    ["the LKA is given the regime of citizens of the Union", { who: { offices: ["LKA"], roles: [] }, sees: ["LEGAL_REGIME"], purposes: ["DANGER_AVERSION"] }, ["LKA NO (3) 13 LEGAL_REGIME", "LKA UNCLEAR (3) 3 LEGAL_REGIME"]],
    ["a police authority reads the regime of a citizen of the Union for another task", { who: { offices: ["POLICE"], roles: [] }, sees: ["LEGAL_REGIME"], purposes: ["CRIMINAL_PROSECUTION"] }, ["POLICE PURPOSE (3) 13 LEGAL_REGIME", "POLICE PURPOSE (3) 3 LEGAL_REGIME"]],
    ["an RRK is given origins", { who: { offices: ["RRK"], roles: [] }, sees: ["ORIGIN"] }, ["RRK NARROW (1) 3 ORIGIN", "RRK NARROW (2) 3 ORIGIN"]],
    ["an immigration authority may have all of it", { who: { offices: ["ABH"], roles: [] }, sees: Object.keys(mapping.categories), purposes: ["RESIDENCE_PROCEDURE"] }, []],
    ["what is no datum of the register is no matter of the annex", { who: { offices: ["LZPD"], roles: [] }, sees: ["CASE", "POLICE_FINDING"] }, []],
  ];
  test.for(rows)("%s", ([, rule, expected]) => {
    const found = findingsOf({ ...policy, rules: [{ ...base, ...rule }] });
    expect(found.map(lineOf).sort()).toEqual([...expected].sort());
  });
});

describe("Everything has its place beside the annex, or a reason why not", () => {
  test("every category of a subgraph that keeps registered facts is compared, or is said to be in no register", () => {
    const keeping = [...supergraph.categoriesOf].filter(([name]) => !mapping.madeHere.includes(name));
    expect(keeping.map(([name]) => name).sort()).toEqual(["criminal-records", "immigration"]);
    const placed = [...Object.keys(mapping.categories), ...Object.keys(mapping.notInRegister)];
    const kept = new Set(keeping.flatMap(([, of]) => [...of]));
    expect([...kept].filter((category) => !placed.includes(category))).toEqual([]);
    expect(placed.filter((category) => !(category in vocabulary.categories))).toEqual([]);
    expect(placed.filter((category, index) => placed.indexOf(category) !== index)).toEqual([]);
  });

  test("every table of the annex is compared, or nothing of it is held here", () => {
    const compared = new Set(Object.values(mapping.categories).flatMap((of) => Object.keys(of)));
    expect([...compared, ...Object.keys(mapping.tablesNotHeld)].sort()).toEqual(tables.map(({ no }) => no).sort());
    expect(tables.length).toBe(52);
  });

  test("every kind of office is a recipient of the annex, or is said to be none", () => {
    expect(Object.keys(mapping.recipients).sort()).toEqual([...officeKinds].sort());
    const keys = Object.values(mapping.recipients).flatMap(({ key }) => (key === null ? [] : [key]));
    expect(keys.filter((key) => !(key in (tables[0]?.recipients ?? {})))).toEqual([]);
  });

  test("every letter that is named stands in its table, and no recipient here gets only some of them", () => {
    for (const [category, of] of Object.entries(mapping.categories))
      for (const [no, letters] of Object.entries(of)) {
        const table = tables.find((each) => each.no === no);
        const items = table?.items.map(({ letter }) => letter) ?? [];
        expect({ category, no, missing: letters.filter((letter) => !items.includes(letter)) }).toEqual({
          category,
          no,
          missing: [],
        });
        expect(table?.letters).toEqual({});
      }
  });
});

function lineOf({ office, finding, group, table, category }: AnnexFinding): string {
  return `${office} ${finding} ${group} ${table} ${category}`;
}
