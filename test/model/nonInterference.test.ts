import { openAsBlob } from "node:fs";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { personas } from "../../gateway/identity/personas.ts";
import { chance } from "./chance.ts";
import { describeFind } from "./describeFind.ts";
import { type Model, openModel } from "./openModel.ts";
import { type Outcome, runModel } from "./runModel.ts";
import { settings } from "./settings.ts";
import { withholding } from "./withholding.ts";

const seed = 5;
const operations = 2000;
let model: Model;
let outcome: Outcome;

beforeAll(async () => {
  model = await openModel(await openAsBlob(inject("emptyDump")));
});
afterAll(() => model?.gateway.close());

describe("What an office may not see changes nothing it can observe", () => {
  test(`${operations} random operations are answered as the naive reference answers them, alike from two worlds that differ in what is withheld, and nothing withheld leaves a subgraph (seed ${seed})`, async () => {
    outcome = await runModel({ ...model, operations, seed, findsMax: 3 });
    expect(outcome.finds.map((find) => describeFind(find, seed))).toEqual([]);
    expect(outcome.operations).toBe(operations);
  }, 240_000);

  test("The operations are neither all answered in full nor all refused", () => {
    const share = (code: string) => (outcome.answers.get(code) ?? 0) / operations;
    expect(share("DATA")).toBeGreaterThan(0.3);
    expect(share("UNAUTHORIZED_FIELD_OR_TYPE")).toBeGreaterThan(0.1);
    expect(share("INVALID_INPUT")).toBeGreaterThan(0.05);
    expect(share("MUTATION_REFUSED")).toBeGreaterThan(0.01);
    expect(share("NOT_FOUND")).toBeGreaterThan(0.003);
    expect(share("LIMIT_EXCEEDED")).toBeLessThan(0.03);
    expect(outcome.carriedOut).toBeGreaterThan(0);
  });

  test("The worlds differ in every table that holds data of persons or cases", () => {
    const tables = new Set([...outcome.differs].map((name) => name.split(".").slice(0, 2).join(".")));
    const empty = Object.keys(withholding).filter((name) => model.tables[name]?.length === 0);
    // Nobody is announced or merged in the worlds (M10); how common names are is counted, and told to nobody.
    const announced = [
      "directory.person_ticket",
      "directory.person_merge",
      "immigration.announced_person",
      "immigration.merged_row",
      // Nobody has asked for anything (M11).
      "casework.subject_request",
      "casework.subject_request_event",
      // Nor does anybody send facts.
      ...["criminal_records", "immigration"].flatMap((schema) =>
        ["conflict", "fact", "message", "version"].map((table) => `${schema}.supplied_${table}`),
      ),
    ];
    const ofNobody = [
      "scoring.evaluation_key",
      "directory.fact_end",
      "directory.fact_change",
      "directory.draw_key",
      "directory.kept_up_day",
      "immigration.linkage_term",
      ...announced,
    ];
    const held = Object.keys(model.tables).filter((name) => !ofNobody.includes(name));
    expect([...tables, ...empty].sort()).toEqual(
      expect.arrayContaining(held.filter((name) => name !== "directory.person_fact")),
    );
    // Of no person and no case, and changed all the same.
    const ofNoPerson = ["scoring.catalogue_act", "casework.working_time"];
    expect(Object.keys(withholding)).toEqual(
      expect.arrayContaining(held.filter((name) => !name.startsWith("directory.") && !ofNoPerson.includes(name))),
    );
  });

  test("Every persona is asked for with every purpose of its token", () => {
    const asked = new Set(
      settings(model.tables, chance(seed)).map(({ office, role, purpose }) => `${office} ${role} ${purpose}`),
    );
    const expected = [...personas.values()].flatMap(({ office, role, purposes }) =>
      purposes.map((purpose) => `${office} ${role} ${purpose}`),
    );
    expect([...asked].sort()).toEqual([...new Set(expected)].sort());
  });
});
