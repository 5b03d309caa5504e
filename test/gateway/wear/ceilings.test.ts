import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { limits } from "../../../gateway/limits.ts";
import { loadPolicy } from "../../../gateway/policy/loadPolicy.ts";
import { openWorld, type World } from "../../harness.ts";

const ceilings = { ...limits.personsAnHourMax, WORKLIST: 5, CASE_MANAGEMENT: 2, CASE_ADMISSION: 1, DANGER_AVERSION: 4 };
const wear = { ...limits, requestsBurstMax: 10_000, personsAnHourMax: ceilings, casesAnHourMax: 4 };
const worklist = { purpose: "WORKLIST" };
const list = (first: number) => `{ persons(first: ${first}) { edges { node { personRef } } } }`;
const person = (ref: string) => `{ person(personRef: "${ref}") { familyName } }`;

let world: World;
let staff = 0;
beforeAll(async () => {
  world = await openWorld({ wear });
});
afterAll(() => world?.close());
beforeEach(() => world.forget());

/** Somebody of RRK Münster whom nobody has counted yet. */
function newcomer() {
  staff += 1;
  const person = `rrk-ms-9${staff}`;
  const who = { office: "RRK_MUENSTER", role: "CASEWORKER", purposes: ["WORKLIST", "CASE_MANAGEMENT"], person };
  return (query: string, stated: Parameters<World["askAs"]>[1] = worklist, variables = {}) =>
    world.askAs(who, stated, query, variables);
}

function codeOf({ status, errors }: Awaited<ReturnType<World["ask"]>>) {
  return [status, errors[0]?.extensions?.code];
}

describe("Persons who are shown", () => {
  test("five within an hour are answered, again and again; a sixth is refused, and nothing of the six is told", async () => {
    const ask = newcomer();
    const five = await ask(list(5));
    expect(five.data.persons.edges).toHaveLength(5);
    expect((await ask(list(5))).text).toBe(five.text);
    const six = await ask(list(6));
    expect(codeOf(six)).toEqual([429, "CEILING_REACHED"]);
    expect(six.errors[0]?.extensions).toEqual({ code: "CEILING_REACHED", limit: "personsAnHourMax", allowed: 5 });
    expect(six.data).toBeUndefined();
    expect((await ask(list(5))).text).toBe(five.text);
  });

  test("who is counted under one purpose is not counted under another", async () => {
    const ask = newcomer();
    await ask(list(5));
    const stated = { purpose: "CASE_MANAGEMENT", caseRef: "FM-2026-0001" };
    expect((await ask(person("P-SHOWCASE0001"), stated)).status).toBe(200);
  });

  test("numbers alone count nobody", async () => {
    const ask = newcomer();
    const { data } = await ask("{ persons { totalCount } cases { totalCount } }");
    expect(data.persons.totalCount).toBeGreaterThan(5);
    expect((await ask(list(5))).status).toBe(200);
  });
});

describe("Persons who are asked for by reference", () => {
  const nobody = (count: number) => Array.from({ length: count }, (_, index) => `P-NOBODY00000${index}`);
  const all = (refs: readonly string[]) =>
    `{ ${refs.map((ref, index) => `a${index}: person(personRef: "${ref}") { personRef }`).join(" ")} }`;

  test("count whether they exist or not, and one too many is refused before anything is fetched", async () => {
    const ask = newcomer();
    expect((await ask(all(nobody(5)))).status).toBe(200);
    world.forget();
    expect(codeOf(await ask(person("P-NOBODY000009")))).toEqual([429, "CEILING_REACHED"]);
    expect(world.traffic).toEqual([]);
  });

  test("count in a variable, in a variable's default and in a filter", async () => {
    const ask = newcomer();
    const byVariable = "query($ref: ID!) { person(personRef: $ref) { personRef } }";
    const byDefault = 'query($ref: ID! = "P-NOBODY000001") { person(personRef: $ref) { personRef } }';
    await ask(byVariable, worklist, { ref: "P-NOBODY000000" });
    await ask(byDefault);
    await ask('{ persons(filter: { familyNamePrefix: "P-NOBODY000002" }) { totalCount } }');
    await ask(all(["P-NOBODY000003", "P-NOBODY000004"]));
    expect(codeOf(await ask(byVariable, worklist, { ref: "P-NOBODY000005" }))).toEqual([429, "CEILING_REACHED"]);
    expect((await ask(byVariable, worklist, { ref: "P-NOBODY000000" })).status).toBe(200);
  });

  test("a text that is no reference leads to nobody and counts nothing", async () => {
    const ask = newcomer();
    await ask(all(["P-1", "p-nobody000000", "P-NOBODY0000000", " P-NOBODY00000", "FM-2026-0001"]));
    expect((await ask(all(nobody(5)))).status).toBe(200);
  });

  test("a person behind a large transfer block, one of another office, and nobody: the ceiling reads the same", async () => {
    const texts = [];
    for (const ref of ["P-SHOWCASE0003", "P-SHOWCASE0010", "P-NOBODY000000"]) {
      const ask = newcomer();
      const answers = [
        await ask(person(ref)),
        await ask(all(nobody(5).slice(1))),
        await ask(list(1)),
        await ask(list(5)),
      ];
      texts.push(answers.map(({ status, text }) => `${status} ${text}`).join("\n"));
    }
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain("CEILING_REACHED");
  });
});

describe("Cases that are asked for by reference", () => {
  const stated = (caseRef: string) => ({ purpose: "CASE_MANAGEMENT", caseRef });
  const refused = [429, "CEILING_REACHED", "casesAnHourMax"];
  const told = (reply: Awaited<ReturnType<World["ask"]>>) => [...codeOf(reply), reply.errors[0]?.extensions?.limit];

  test("count whether there are such cases or not, wherever they stand, once each; a fifth is refused before anything is fetched", async () => {
    const ask = newcomer();
    const one = '{ case(caseRef: "FM-9999-0001") { state } }';
    const byVariable = "query($ref: ID!) { case(caseRef: $ref) { state } }";
    const add = "mutation($input: AddMeasureInput!) { addMeasure(input: $input) { case { state } } }";
    const input = { caseRef: "FM-9999-0003", kind: "HEARING", office: "ABH_05554", dueOn: "2026-07-01" };
    for (const [query, variables] of [
      [one, {}],
      [byVariable, { ref: "FM-9999-0002" }],
      [byVariable, { ref: "FM-9999-0001" }],
      [add, { input }],
    ] as const) {
      expect((await ask(query, stated("FM-2026-0001"), variables)).status).toBe(200);
    }
    world.forget();
    expect(told(await ask(byVariable, stated("FM-2026-0001"), { ref: "FM-9999-0004" }))).toEqual(refused);
    expect(told(await ask(one, stated("FM-9999-0005")))).toEqual(refused);
    expect(world.traffic).toEqual([]);
    expect((await ask(one, stated("FM-2026-0001"))).status).toBe(200);
  });

  test("one of another office, one under the large block, and none at all: the ceiling reads the same", async () => {
    const texts = [];
    for (const ref of ["FM-2026-0010", "FM-2026-0003", "FM-9999-9999"]) {
      const ask = newcomer();
      const answers = [];
      for (const each of [ref, "FM-9999-0001", "FM-9999-0002", "FM-9999-0003", "FM-9999-0004"]) {
        answers.push(await ask(`{ case(caseRef: "${each}") { state } }`));
      }
      texts.push(answers.map(({ status, text }) => `${status} ${text}`).join("\n"));
    }
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain("casesAnHourMax");
  });
});

describe("Mutations", () => {
  const estimate =
    'mutation { recordOwnEstimate(input: { caseRef: "FM-2026-0001", band: REGULAR, reason: "Nach Aktenlage" }) { case { caseRef } } }';
  test("are refused before the first write where the persons of their payload would be too many", async () => {
    const ask = newcomer();
    const stated = { purpose: "CASE_MANAGEMENT", caseRef: "FM-2026-0001" };
    const two =
      '{ a: person(personRef: "P-NOBODY000001") { personRef } b: person(personRef: "P-NOBODY000002") { personRef } }';
    await ask(two, stated);
    world.forget();
    const refused = await ask(estimate, stated);
    expect(codeOf(refused)).toEqual([429, "CEILING_REACHED"]);
    expect(world.traffic).toEqual([]);
  });
});

describe("For the data protection officer", () => {
  test("a refusal is on record, with whom it asked for, and is found by its code and by the person", async () => {
    const ask = newcomer();
    await ask(list(5));
    await ask(person("P-NOBODY000007"));
    const control = { purpose: "DATA_PROTECTION_CONTROL" };
    const found = async (filter: string) =>
      (
        await world.ask(
          "dpo",
          control,
          `{ accessRecords(filter: ${filter}) { edges { node { outcome refusalCode actor purpose subjects { personRef disclosures { coordinate } } } } } }`,
        )
      ).data.accessRecords.edges[0].node;
    const record = {
      outcome: "REFUSED",
      refusalCode: "CEILING_REACHED",
      actor: `rrk-ms-9${staff}`,
      purpose: "WORKLIST",
      subjects: [{ personRef: "P-NOBODY000007", disclosures: [] }],
    };
    expect(await found('{ refusalCode: "CEILING_REACHED" }')).toEqual(record);
    expect(await found('{ personRef: "P-NOBODY000007" }')).toEqual(record);
  });
});

test("Every purpose of the policy has a ceiling.", () => {
  expect(Object.keys(limits.personsAnHourMax).sort()).toEqual([...loadPolicy().purposes.keys()].sort());
});

test("A second rater of RRK Münster reads a whole page of the cases drawn for the rating within the hour: the ceiling is no less than the page.", () => {
  expect(limits.personsAnHourMax.EVALUATION).toBeGreaterThanOrEqual(50);
});
