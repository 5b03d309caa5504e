import { beforeAll, describe, expect, test } from "vitest";
import { contractSchema } from "../../../gateway/contractSchema.ts";
import type { ContractNotes } from "../../../gateway/contracts/ContractNotes.ts";
import { noteContract } from "../../../gateway/contracts/noteContract.ts";
import { loadSupergraph } from "../../../gateway/loadSupergraph.ts";
import { contractCategories } from "../../../gateway/policy/contractCategories.ts";
import { loadPolicy } from "../../../gateway/policy/loadPolicy.ts";
import { offices } from "../../../schema/offices.ts";

const policy = loadPolicy();
const supergraph = loadSupergraph();

function notesFor(id: string, role: string, purposes: readonly string[]): ContractNotes {
  const office = offices.get(id);
  if (office === undefined) throw new Error(`${id} is no office.`);
  const schema = contractSchema(supergraph, contractCategories(policy, office, role, purposes));
  return noteContract(policy, supergraph.categories, { office, role, purposes, schema });
}

describe("What a caseworker of RRK Münster is told of the contract", () => {
  let notes: ContractNotes;
  beforeAll(() => {
    notes = notesFor("RRK_MUENSTER", "CASEWORKER", ["WORKLIST", "CASE_MANAGEMENT"]);
  });

  test("names the file, and the categories of what is in it", () => {
    expect(notes.name).toBe("rrk-muenster-caseworker");
    expect(notes.categories["Person.toleration"]).toEqual(["TOLERATION"]);
    expect(notes.names.TOLERATION?.german).toBe("Duldung");
  });

  test("says for which of the stated purposes, under which relation and fact, and by which rule a category is open", () => {
    const grant = notes.grants.find(({ categories }) => categories.includes("TOLERATION"));
    expect(grant).toMatchObject({
      rule: expect.stringMatching(/^R-RRK-/),
      action: "SEE",
      purposes: ["CASE_MANAGEMENT"],
      relations: ["OWN_CASE"],
      unless: expect.arrayContaining(["LARGE_TRANSFER_BLOCK"]),
      norms: expect.arrayContaining([expect.stringContaining("AufenthG")]),
    });
    for (const name of [...(grant?.relations ?? []), ...(grant?.unless ?? [])])
      expect(notes.names[name]?.german, name).toBeTruthy();
  });

  test("opens each category that is named, by some rule", () => {
    const opened = new Set(notes.grants.flatMap(({ categories }) => categories));
    const named = new Set(Object.values(notes.categories).flat());
    expect([...named].filter((category) => category !== "INHERIT" && !opened.has(category))).toEqual([]);
    expect([...opened].filter((category) => !named.has(category))).toEqual([]);
  });
});

test("An analyst of the LKA is told no name of an assessment: no coordinate, category, rule or change", () => {
  const notes = notesFor("LKA_NRW", "ANALYST", ["DANGER_AVERSION", "NOTIFICATION"]);
  expect(notes.name).toBe("lka-analyst");
  expect(JSON.stringify(notes)).not.toMatch(/"(Recorded)?Assessment|ASSESSMENT"|Worklist|IRIS|R-RRK/);
});

test("A token for fewer purposes is told of fewer rules", () => {
  const all = notesFor("RRK_MUENSTER", "CASEWORKER", ["WORKLIST", "CASE_MANAGEMENT"]);
  const few = notesFor("RRK_MUENSTER", "CASEWORKER", ["WORKLIST"]);
  expect(few.grants.flatMap(({ purposes }) => purposes)).not.toContain("CASE_MANAGEMENT");
  expect(few.grants.length).toBeLessThan(all.grants.length);
});
