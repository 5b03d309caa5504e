import { eq, like } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { familyNameKey } from "../../../subgraphs/immigration/familyNameKey.ts";
import { person, toleration } from "../../../subgraphs/immigration/tables.ts";
import { encodeCursor } from "../../../subgraphs/shell/connection.ts";
import { relation } from "../../../subgraphs/shell/tables.ts";
import { today } from "../today.ts";
import { givenFact } from "./givenFact.ts";
import { blueprint, grant, openWorld, type Sees, type World } from "./world.ts";

const borken = "ABH_05554";
const cologne = "ABH_05315";
const ownFile = ["OWN_FILE"];
const reference: Sees = { PERSON_REFERENCE: ownFile };
const everything: Sees = {
  PERSON_REFERENCE: ownFile,
  IDENTITY: ownFile,
  COMPETENT_AUTHORITY: ownFile,
  OBLIGATION_TO_LEAVE: ownFile,
  TOLERATION: ownFile,
};

/** Family names of the persons of Borken by index. Person 9 is under the large transfer block. */
const names = [null, "Öztürk", "Oezdemir", "Müller", "mueller", "100%ig", "a_b", "Şahin", "Çelik", "Müller", "Zorn"];
const listed = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "10"];

let world: World;

beforeAll(async () => {
  world = await openWorld([
    ...names.map((_, index) =>
      blueprint(index, {
        transferBlock: index === 9 ? "LARGE" : "NONE",
        obligation: index === 1 ? "ENFORCEABLE_FINAL" : "NOT_ENFORCEABLE",
      }),
    ),
    blueprint(20, { competentAuthority: cologne, fileRef: "ABH-K-20" }),
  ]);
  for (const [index, familyName] of names.entries()) {
    await world.store.owner
      .update(person)
      .set({ familyName, familyNameKey: familyNameKey(familyName) })
      .where(eq(person.personRef, blueprint(index).personRef));
  }
  await world.store.owner.delete(toleration).where(like(toleration.personRef, "P-TEST%"));
  await world.store.owner.insert(toleration).values({
    ...givenFact(blueprint(3).personRef, "RF-1", "2026-01-10"),
    reasonCode: "22",
    validUntil: "2026-09-30",
  });
}, 60_000);

afterAll(() => world.close());

const list = `query List($first: Int, $after: String, $filter: PersonFilter, $orderBy: PersonOrder) {
  persons(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    edges { cursor node { personRef } } pageInfo { hasNextPage endCursor } totalCount
  }
}`;

function refsOf(data: { persons: { edges: readonly { node: { personRef: string } }[] } }): string[] {
  return data.persons.edges.map(({ node }) => String(Number(node.personRef.slice(6))));
}

describe("One person by reference", () => {
  const query = "query One($ref: ID!) { person(personRef: $ref) { personRef } }";
  test.each([
    ["Kreis Borken finds the person whose file it keeps", borken, 1, true],
    ["Stadt Köln does not find a person of Kreis Borken", cologne, 1, false],
    ["RRK Münster, unrelated, does not find a person of Kreis Borken", "RRK_MUENSTER", 1, false],
    ["Kreis Borken does not find its person under the large transfer block", borken, 9, false],
    ["Nobody finds a person who does not exist", borken, 99, false],
  ])("%s", async (_, office, index, found) => {
    const { personRef } = blueprint(index);
    const { data, codes } = await world.ask(grant(office, reference), query, { ref: personRef });
    expect(data).toEqual({ person: found ? { personRef } : null });
    expect(codes).toEqual([]);
  });

  test("The file reference of person 1, stated as the case, lets Kreis Borken find person 1 and not person 2", async () => {
    const stated = grant(borken, reference, { caseRef: "ABH-BOR-1" });
    const one = await world.ask(stated, query, { ref: blueprint(1).personRef });
    const two = await world.ask(stated, query, { ref: blueprint(2).personRef });
    expect([one.data.person, two.data.person]).toEqual([{ personRef: blueprint(1).personRef }, null]);
  });

  test("The data subject finds itself and nobody else", async () => {
    const self = grant("DATA_SUBJECT", { PERSON_REFERENCE: ["SELF"] }, { holder: `SUBJECT:${blueprint(1).personRef}` });
    const { data } = await world.ask(self, list);
    expect(refsOf(data)).toEqual(["1"]);
  });

  test("The day after the relation ended, Kreis Borken finds nobody under it", async () => {
    const former = { office: "ABH_05515", kind: "OWN_FILE", caseRef: "ABH-MS-1", since: "2020-01-01" };
    await world.store.owner
      .insert(relation)
      .values({ ...former, personRef: blueprint(1).personRef, until: "2026-06-14" });
    const on = async (date: string) => refsOf((await world.ask(grant("ABH_05515", reference, { date }), list)).data);
    expect(await on("2026-06-14")).toEqual(["1"]);
    expect(await on(today)).toEqual([]);
  });
});

describe("The reference of a fact", () => {
  const sees: Sees = {
    PERSON_REFERENCE: ownFile,
    IDENTITY: ownFile,
    ORIGIN: ["OWN_CASE"],
    OBLIGATION_TO_LEAVE: ownFile,
  };
  test.each([
    ["goes with a field that rests on it", "familyName", true],
    ["goes with one that stands in a fragment", "... on Person { familyName }", true],
    ["goes with one of two, of which the other needs a case", "placeOfBirth familyName", true],
    [
      "stays behind where the field that is asked for needs a case, though another could be read",
      "placeOfBirth",
      false,
    ],
    ["stays behind where the other is left out by its condition", "placeOfBirth familyName @include(if: $no)", false],
    ["stays behind where only the key stands beside it", "personRef", false],
    ["stays behind where what stands beside it tells of another fact", "obligationToLeave { exists }", false],
  ])("%s", async (_, asked, told) => {
    const inside = `{ factReferences ${asked} }`;
    const query = `query ($refs: [_Any!]!, $ref: ID!, $no: Boolean!) {
      person(personRef: $ref) ${inside}
      persons { edges { node @include(if: $no) { familyName } node ${inside} } }
      _entities(representations: $refs) { ... on Person ${inside} }
    }`;
    const { personRef } = blueprint(1);
    const granted = grant(borken, sees, { caseRef: "ABH-BOR-1" });
    const refs = [{ __typename: "Person", personRef }];
    const { data } = await world.ask(granted, query, { ref: personRef, refs, no: false });
    const found = [data.person, data.persons.edges[0].node, data._entities[0]];
    expect(found.map(({ factReferences }) => factReferences !== null)).toEqual([told, told, told]);
  });
});

describe("The list of persons", () => {
  test.each([
    ["Kreis Borken sees its persons, but not the one under the large transfer block", borken, listed],
    ["Stadt Köln sees its own person", cologne, ["20"]],
    ["RRK Münster, unrelated, sees an empty list", "RRK_MUENSTER", []],
  ])("%s", async (_, office, expected) => {
    const { data } = await world.ask(grant(office, reference), list, { first: 200 });
    expect(refsOf(data)).toEqual(expected);
    expect(data.persons.totalCount).toBe(expected.length);
  });

  test("A stated case narrows list and count to its person", async () => {
    const { data } = await world.ask(grant(borken, reference, { caseRef: "ABH-BOR-4" }), list);
    expect(refsOf(data)).toEqual(["4"]);
    expect(data.persons.totalCount).toBe(1);
  });

  test("Names are ordered as in a German list of names, persons without one first, equal names by reference", async () => {
    const { data } = await world.ask(grant(borken, everything), list, { orderBy: "FAMILY_NAME" });
    expect(refsOf(data)).toEqual(["0", "5", "6", "8", "3", "4", "2", "1", "7", "10"]);
  });

  test.each(["PERSON_REF", "FAMILY_NAME"])("Pages of three by %s give every person once, in order", async (orderBy) => {
    const all = refsOf((await world.ask(grant(borken, everything), list, { orderBy, first: 200 })).data);
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await world.ask(grant(borken, everything), list, { orderBy, first: 3, after });
      paged.push(...refsOf(data));
      after = data.persons.pageInfo.hasNextPage ? data.persons.pageInfo.endCursor : null;
    } while (after !== null);
    expect(paged).toEqual(all);
  });

  test("A person who comes to stand before the cursor does not move the page that follows", async () => {
    const first = await world.ask(grant(borken, reference), list, { first: 4 });
    await world.store.owner.delete(relation).where(eq(relation.personRef, blueprint(0).personRef));
    const next = await world.ask(grant(borken, reference), list, {
      first: 3,
      after: first.data.persons.pageInfo.endCursor,
    });
    await world.store.owner.insert(relation).values({
      office: borken,
      personRef: blueprint(0).personRef,
      kind: "OWN_FILE",
      caseRef: "ABH-BOR-0",
      since: "2020-01-01",
    });
    expect(refsOf(next.data)).toEqual(["4", "5", "6"]);
  });

  test.each([
    ["first: 0", { first: 0 }],
    ["first: 201", { first: 201 }],
    ["a cursor of another list", { after: encodeCursor(["a", "b", "c"]) }],
    ["a cursor that is none", { after: "x" }],
    ["a beginning of a name of 101 characters", { filter: { familyNamePrefix: "a".repeat(101) } }],
  ])("%s is refused as invalid input", async (_, variables) => {
    const { data, codes } = await world.ask(grant(borken, everything), list, variables);
    expect(data).toEqual({ persons: null });
    expect(codes).toEqual(["INVALID_INPUT"]);
  });

  test("The number of all persons is counted only where it is asked for", async () => {
    const cost = (fields: string) =>
      world.statementsOf(() => world.ask(grant(borken, reference), `{ persons { ${fields} } }`));
    expect(await cost("edges { cursor } totalCount")).toBe((await cost("edges { cursor }")) + 1);
  });
});

describe("Filters", () => {
  test.each([
    ["tolerated: true", { tolerated: true }, ["3"]],
    ["tolerated: false", { tolerated: false }, listed.filter((each) => each !== "3")],
    ["enforceable: true", { enforceable: true }, ["1"]],
    ["enforceable: false", { enforceable: false }, listed.filter((each) => each !== "1")],
    ["competentAuthority: own", { competentAuthority: borken }, listed],
    ["competentAuthority: another", { competentAuthority: cologne }, []],
    ["all null", { tolerated: null, enforceable: null, competentAuthority: null, familyNamePrefix: null }, listed],
    ["two at once", { tolerated: true, enforceable: true }, []],
    ["name begins with Müller, in either spelling", { familyNamePrefix: "MÜLL" }, ["3", "4"]],
    ["name begins with Öz, in either spelling", { familyNamePrefix: "öz" }, ["1", "2"]],
    ["a percent sign stands for itself", { familyNamePrefix: "%" }, []],
    ["a percent sign in a name is found", { familyNamePrefix: "100%" }, ["5"]],
    ["an underscore stands for itself", { familyNamePrefix: "a_" }, ["6"]],
    ["an underscore is no joker", { familyNamePrefix: "_" }, []],
    ["a backslash stands for itself", { familyNamePrefix: "\\" }, []],
  ])("%s", async (_, filter, expected) => {
    const { data } = await world.ask(grant(borken, everything), list, { filter, first: 200 });
    expect(refsOf(data)).toEqual(expected);
    expect(data.persons.totalCount).toBe(expected.length);
  });

  const uses = [
    ["tolerated", { filter: { tolerated: true } }, "TOLERATION"],
    ["not tolerated", { filter: { tolerated: false } }, "TOLERATION"],
    ["enforceable", { filter: { enforceable: false } }, "OBLIGATION_TO_LEAVE"],
    ["competent authority", { filter: { competentAuthority: borken } }, "COMPETENT_AUTHORITY"],
    ["beginning of the name", { filter: { familyNamePrefix: "m" } }, "IDENTITY"],
    ["order by name", { orderBy: "FAMILY_NAME" }, "IDENTITY"],
  ] as const;

  test.each(uses)("%s: refused without data where the category is not granted", async (_, variables, category) => {
    const { [category]: _withheld, ...others } = everything;
    const { data, codes } = await world.ask(grant(borken, others), list, variables);
    expect(data).toEqual({ persons: null });
    expect(codes).toEqual(["FIELD_NOT_GRANTED"]);
  });

  test.each(uses)(
    "%s: finds nobody where the category is granted for other persons",
    async (_, variables, category) => {
      const { data } = await world.ask(grant(borken, { ...everything, [category]: ["OWN_CASE"] }), list, variables);
      expect(refsOf(data)).toEqual([]);
      expect(data.persons.totalCount).toBe(0);
    },
  );
});
