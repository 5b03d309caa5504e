import { parse } from "graphql";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { categoryIndex } from "../../schema/categoryIndex.ts";
import { subgraphSdl } from "../../schema/subgraphSdl.ts";
import { askedCoordinates } from "../askedCoordinates.ts";
import { openWorld, type Stated, type Traffic, type World } from "../harness.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());
beforeEach(() => world.forget());

/** Every coordinate that reached a subgraph, as `subgraph Type.field`. */
function asked(traffic: readonly Traffic[]): readonly string[] {
  return [...new Set(traffic.flatMap((each) => askedCoordinates(each.subgraph, parse(each.query))))].sort();
}

const worklist: Stated = { purpose: "WORKLIST" };
const management: Stated = { purpose: "CASE_MANAGEMENT", caseRef: "FM-2026-0001" };
const text = `query Shared { persons(first: 5) { edges { node { familyName convictions { court } residenceStatus { since } } } } }`;

describe("What the operation leaves out is never asked of a subgraph", () => {
  test.each([
    ["by a condition", "persons { edges { node @include(if: false) { convictions { court } } } }"],
    [
      "below a condition that hangs on a variable",
      "persons @include(if: $on) { edges { node @include(if: false) { convictions { court } } } }",
    ],
    ["in a fragment", "persons @include(if: $on) { edges { node { ... @skip(if: true) { convictions { court } } } } }"],
    [
      "by a variable below another",
      "persons @include(if: $on) { edges { node @include(if: $off) { convictions { court } } } }",
    ],
  ] as const)("%s", async (_, selection) => {
    const query = `query($on: Boolean! = true, $off: Boolean! = false) { ${selection} cases @include(if: $off) { totalCount @skip(if: $on) } }`;
    const { status, data, errors } = await world.ask("rrk-muenster-caseworker", management, query);
    expect([status, errors]).toEqual([200, []]);
    expect(Object.keys(data ?? {})).toEqual(["persons"]);
    expect(asked(world.traffic).filter((each) => /Conviction|convictions|Query.cases/.test(each))).toEqual([]);
  });

  test("and of an operation that leaves out everything, nobody is asked", async () => {
    const { status, data, errors } = await world.ask(
      "rrk-muenster-caseworker",
      management,
      "{ persons @skip(if: true) { totalCount } }",
    );
    expect([status, data, errors, world.traffic]).toEqual([200, {}, [], []]);
  });
});

describe("What is withheld is never asked of a subgraph", () => {
  const orders: readonly (readonly [string, readonly Stated[]])[] = [
    ["the one who may see less asks first", [worklist, management]],
    ["the one who may see more asks first", [management, worklist]],
  ];
  test.each(orders)("when two purposes send the same text and %s", async (_, order) => {
    for (const stated of order) {
      world.forget();
      const reply = await world.ask("rrk-muenster-caseworker", stated, text);
      expect(reply.status).toBe(200);
      const coordinates = asked(world.traffic);
      const mayConvictions = stated.purpose === "CASE_MANAGEMENT";
      expect(coordinates.includes("criminal-records Conviction.court")).toBe(mayConvictions);
      expect(coordinates.includes("immigration ResidenceStatus.since")).toBe(mayConvictions);
      expect(coordinates).toContain("immigration Person.familyName");
      expect(reply.errors.map((error) => error.extensions?.coordinate)).toEqual(
        mayConvictions ? [] : ["Person.convictions", "Person.residenceStatus"],
      );
    }
  });

  const prosecutor = ["sta-muenster", { purpose: "CRIMINAL_PROSECUTION", caseRef: "100 Js 1/26" }] as const;
  const enforcement = ["sta-muenster", { purpose: "SENTENCE_ENFORCEMENT", caseRef: "100 Js 1/26" }] as const;
  const prison = ["jva", { purpose: "CUSTODY_ENFORCEMENT", caseRef: "GB-2025-0001" }] as const;
  test.each([
    ["JVA before the prosecutor", [prison, prosecutor, enforcement]],
    ["the prosecutor before JVA", [prosecutor, enforcement, prison]],
  ] as const)(
    "when two personas send the same text, %s, custody is asked for those alone who may see it",
    async (_, order) => {
      const query = "query Shared { persons { edges { node { familyName custody { from } } } } }";
      for (const [persona, stated] of order) {
        world.forget();
        await world.ask(persona, stated, query);
        const mayCustody = stated.purpose !== "CRIMINAL_PROSECUTION";
        expect(asked(world.traffic).includes("criminal-records Custody.from")).toBe(mayCustody);
        expect(asked(world.traffic)).toContain("immigration Person.familyName");
      }
    },
  );

  test("when two offices send the same text, each subgraph is asked only for what its own grant covers", async () => {
    const query = "query Shared { persons { edges { node { familyName competentAuthority { id } } } } }";
    for (const [persona, stated] of [
      ["abh-borken", { purpose: "RESIDENCE_PROCEDURE", caseRef: "ABH-BOR-4711/19" }],
      ["jva", { purpose: "CUSTODY_ENFORCEMENT", caseRef: "GB-2025-0001" }],
    ] as const) {
      await world.ask(persona, stated, query);
    }
    expect(world.traffic.length).toBeGreaterThanOrEqual(2);
    for (const { subgraph, query: sent, claims } of world.traffic) {
      const granted = new Set(claims.entries.map((entry) => entry.category));
      const index = categoryIndex(subgraphSdl(subgraph));
      for (const coordinate of askedCoordinates(subgraph, parse(sent))) {
        // A fact's reference is told by a subgraph with what rests on the fact, and with nothing else.
        const categories = (index.get(coordinate.split(" ")[1] ?? "") ?? []).filter(
          (category) => category !== "INHERIT" && category !== "FACT_REFERENCE",
        );
        expect(categories.every((category) => granted.has(category))).toBe(true);
      }
    }
  });

  test("when everything is withheld, no subgraph is asked at all, and the answer has the form of any other", async () => {
    const reply = await world.ask("rrk-muenster-caseworker", management, "{ worklist { totalCount } }");
    expect(reply.status).toBe(200);
    expect(reply.data).toEqual({ worklist: null });
    expect(reply.errors).toEqual([
      {
        message: "Withheld for this purpose.",
        path: ["worklist"],
        extensions: {
          code: "UNAUTHORIZED_FIELD_OR_TYPE",
          coordinate: "Query.worklist",
          category: expect.any(String),
          purpose: "CASE_MANAGEMENT",
        },
      },
    ]);
    expect(world.traffic).toEqual([]);
  });

  test("reduced facts travel to scoring for an assessment, and never without one", async () => {
    const one = 'person(personRef: "P-SHOWCASE0001")';
    await world.ask("rrk-muenster-caseworker", management, `{ ${one} { familyName } }`);
    expect(asked(world.traffic).filter((each) => each.includes("Facts") && !each.includes("relationFacts"))).toEqual(
      [],
    );
    world.forget();
    await world.ask("rrk-muenster-caseworker", management, `{ ${one} { assessment { band } } }`);
    expect(asked(world.traffic)).toEqual(
      expect.arrayContaining([
        "immigration Person.residenceFacts",
        "criminal-records Person.conductFacts",
        "casework Person.caseworkFacts",
        "scoring Assessment.band",
      ]),
    );
  });

  test("neither names nor origin ever reach the scoring subgraph", async () => {
    const one = 'person(personRef: "P-SHOWCASE0001")';
    await world.ask(
      "rrk-muenster-caseworker",
      management,
      `{ ${one} { familyName dateOfBirth assessment { band axisA } } }`,
    );
    const toScoring = world.traffic.filter((each) => each.subgraph === "scoring");
    const keys = toScoring.flatMap((each) =>
      Object.keys((each.variables.representations as object[] | undefined)?.[0] ?? {}),
    );
    expect([...new Set(keys)].sort()).toEqual([
      "__typename",
      "caseworkFacts",
      "conductFacts",
      "personRef",
      "residenceFacts",
    ]);
  });
});

describe("A filter or an order over what may not be read", () => {
  test("withholds the list, asks nothing, and names the input", async () => {
    const reply = await world.ask(
      "rrk-muenster-caseworker",
      worklist,
      "{ persons(filter: { enforceable: true }) { totalCount } }",
    );
    expect(reply.data).toEqual({ persons: null });
    expect(reply.errors[0]?.extensions?.coordinate).toBe("PersonFilter.enforceable");
    expect(world.traffic).toEqual([]);
  });

  test("is found in a variable as well", async () => {
    const query = "query($filter: PersonFilter) { persons(filter: $filter) { totalCount } }";
    const refused = await world.ask("rrk-muenster-caseworker", worklist, query, { filter: { tolerated: null } });
    expect(refused.errors[0]?.extensions?.coordinate).toBe("PersonFilter.tolerated");
    expect(world.traffic).toEqual([]);
    const allowed = await world.ask("rrk-muenster-caseworker", worklist, query, { filter: { familyNamePrefix: "A" } });
    expect(allowed.errors).toEqual([]);
  });
});

describe("A record that may not be seen", () => {
  const invisible: readonly (readonly [string, string])[] = [
    ["does not exist", "P-000000000000"],
    ["belongs to RRK Köln", "P-SHOWCASE0010"],
    ["stands under the large transfer block", "P-SHOWCASE0003"],
    ["is in another case of the same office", "P-SHOWCASE0002"],
  ];
  test.each(invisible)("reads the same when it %s", async (_, personRef) => {
    const query = "query($ref: ID!) { person(personRef: $ref) { familyName assessment { band } cases { caseRef } } }";
    const reply = await world.ask("rrk-muenster-caseworker", management, query, { ref: personRef });
    expect(reply.text).toBe('{"data":{"person":null}}\n');
    const operations = world.traffic.map((each) => `${each.subgraph} ${each.query}`);
    world.forget();
    await world.ask("rrk-muenster-caseworker", management, query, { ref: "P-ZZZZZZZZZZZZ" });
    expect(world.traffic.map((each) => `${each.subgraph} ${each.query}`)).toEqual(operations);
  });
});
