import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openWorld, type World } from "../harness.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const stated = { purpose: "CASE_MANAGEMENT", caseRef: "FM-2026-0001" };
const caseworker = (query: string) => world.ask("rrk-muenster-caseworker", stated, query);

interface LoggedFact {
  readonly id: string;
  readonly version: number;
  readonly tag: string;
  readonly coordinates: readonly string[];
}

let before = 0;
beforeEach(() => {
  before = world.log().length;
});

/** Through the schema, as the officer reads it: what was disclosed of the person since the test began. */
async function facts(): Promise<readonly LoggedFact[]> {
  expect(world.log().length).toBeGreaterThan(before);
  const { data } = await world.ask(
    "dpo",
    { purpose: "DATA_PROTECTION_CONTROL" },
    `{ accessRecords(first: 1, filter: { personRef: "P-SHOWCASE0001" }) { edges { node {
      subjects { personRef facts { fact version tag coordinates } } } } } }`,
  );
  const [subject] = data.accessRecords.edges[0].node.subjects;
  return subject.facts.map(({ fact, ...rest }: { fact: string }) => ({ id: fact, ...rest }));
}

describe("On record of each data subject stands which version of which fact was disclosed", () => {
  test("by the id and version that the answer itself gives, with the coordinates read from it", async () => {
    const { data, errors } = await caseworker(
      `{ person(personRef: "P-SHOWCASE0001") { convictions { court decidedOn provenance { factId version } } } }`,
    );
    expect(errors).toEqual([]);
    const recorded = await facts();
    const convictions = data.person.convictions.map(
      ({ provenance }: { provenance: { factId: string; version: number } }) => [provenance.factId, provenance.version],
    );
    expect(convictions.length).toBeGreaterThan(0);
    for (const [id, version] of convictions) {
      const fact = recorded.find((each) => each.id === id);
      expect(fact?.version).toBe(version);
      expect(fact?.coordinates).toEqual(expect.arrayContaining(["Conviction.court", "Conviction.decidedOn"]));
    }
  });

  test("by a tag of its version, and never by a value", async () => {
    const { data } = await caseworker(`{ person(personRef: "P-SHOWCASE0001") { convictions { court } } }`);
    const recorded = await facts();
    expect(recorded.map(({ tag }) => tag).filter((tag) => !/^[\w-]{22}$/.test(tag))).toEqual([]);
    expect(new Set(recorded.map(({ tag }) => tag)).size).toBe(recorded.length);
    const written = JSON.stringify(world.log().slice(before));
    for (const { court } of data.person.convictions) expect(written).not.toContain(court);
  });

  test("the same tag again while the version is the same: two disclosures can be compared, and nothing can be guessed", async () => {
    const ask = () => caseworker(`{ person(personRef: "P-SHOWCASE0001") { obligationToLeave { enforceable } } }`);
    await ask();
    const first = await facts();
    await ask();
    expect(await facts()).toEqual(first);
    expect(first.length).toBeGreaterThan(0);
  });

  test("a person's own fields rest on the facts that they are read from", async () => {
    await caseworker(`{ person(personRef: "P-SHOWCASE0001") { familyName dateOfBirth } }`);
    const coordinates = (await facts()).flatMap((each) => each.coordinates);
    expect(coordinates).toEqual(expect.arrayContaining(["Person.familyName", "Person.dateOfBirth"]));
  });

  test("an assessment rests on all facts that were combined into it", async () => {
    const { data } = await caseworker(
      `{ person(personRef: "P-SHOWCASE0001") { assessment { band contributions { facts } } } }`,
    );
    const recorded = await facts();
    const named = data.person.assessment.contributions.flatMap(({ facts: ids }: { facts: string[] }) => ids);
    expect(named.length).toBeGreaterThan(0);
    const versions = new Set(recorded.map(({ id, version }) => `${id}@${version}`));
    expect(named.filter((each: string) => !versions.has(each))).toEqual([]);
    expect(recorded.every(({ coordinates }) => coordinates.includes("Assessment.band"))).toBe(true);
  });

  test.each([
    [
      "an assessment made for the answer",
      stated,
      `{ person(personRef: "P-SHOWCASE0001") { assessment { band } } }`,
      "demo-1",
    ],
    [
      "an assessment that is kept",
      { purpose: "WORKLIST" },
      `{ worklist(first: 200) { edges { node { group } } } }`,
      "demo-1",
    ],
    ["facts alone", stated, `{ person(personRef: "P-SHOWCASE0001") { convictions { court } } }`, null],
  ])("by which criteria: of %s", async (_what, states, query, expected) => {
    const { errors } = await world.ask("rrk-muenster-caseworker", states, query);
    expect(errors).toEqual([]);
    const { data } = await world.ask(
      "dpo",
      { purpose: "DATA_PROTECTION_CONTROL" },
      "{ accessRecords(first: 1) { edges { node { catalogueVersion subjects { facts { fact } } } } } }",
    );
    const [{ node }] = data.accessRecords.edges;
    expect(node.catalogueVersion).toBe(expected);
    expect(JSON.stringify(node.subjects)).not.toContain("catalogue@");
  });

  test("nothing of a fact that is withheld for the purpose, and no subgraph is asked for its reference", async () => {
    world.forget();
    const { errors } = await world.ask(
      "rrk-muenster-caseworker",
      { purpose: "WORKLIST" },
      `{ person(personRef: "P-SHOWCASE0001") { familyName convictions { court } } }`,
    );
    expect(errors).toMatchObject([{ extensions: { coordinate: "Person.convictions" } }]);
    expect((await facts()).flatMap(({ coordinates }) => coordinates)).not.toContain("Conviction.court");
    expect(world.traffic.filter(({ subgraph }) => subgraph === "criminal-records")).toEqual([]);
  });

  test("the requester reads neither reference nor tag: no contract has such a field", async () => {
    const reply = await caseworker(`{ person(personRef: "P-SHOWCASE0001") { factReferences } }`);
    expect(reply.errors[0]?.extensions?.code).toBe("GRAPHQL_VALIDATION_FAILED");
  });
});
