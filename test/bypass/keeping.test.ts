import { sql } from "drizzle-orm";
import { Kind, parse } from "graphql";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Decisions } from "../../gateway/Decisions.ts";
import { GrantSigner } from "../../gateway/GrantSigner.ts";
import { grantKeys } from "../../gateway/grantKeys.ts";
import { loadSupergraph } from "../../gateway/loadSupergraph.ts";
import { readOperation } from "../../gateway/Operation.ts";
import { abilityFor } from "../../gateway/policy/ability.ts";
import { loadPolicy } from "../../gateway/policy/loadPolicy.ts";
import { type GrantClaims, grantClaims } from "../../schema/grant.ts";
import { offices } from "../../schema/offices.ts";
import { SubgraphContext } from "../../subgraphs/shell/SubgraphContext.ts";
import { personFact, relation } from "../../subgraphs/shell/tables.ts";
import { openWorld, type Stated, type World } from "../harness.ts";
import { aGrant } from "../subgraphs/aGrant.ts";
import { giveConviction, giveRelation } from "../subgraphs/criminal-records/givenRecord.ts";
import { grantFor, openRecordsWorld, type RecordsWorld } from "../subgraphs/criminal-records/recordsWorld.ts";
import { way } from "./way.ts";

let world: World;
let records: RecordsWorld;
beforeAll(async () => {
  world = await openWorld();
  records = await openRecordsWorld();
  await giveRelation(records.store.owner, "RRK_MUENSTER", "OWN_CASE", subject);
  await giveConviction(records.store.owner, subject, "2025-01-10");
});
afterAll(async () => {
  await world?.close();
  await records?.close();
});
beforeEach(() => world.forget());

const caseworker = "rrk-muenster-caseworker";
const subject = "P-SUBJECT0001";
const management: Stated = { purpose: "CASE_MANAGEMENT", caseRef: "FM-2026-0001" };

describe(way("W-29"), async () => {
  const supergraph = loadSupergraph();
  const policy = loadPolicy();
  const text =
    "query($f: PersonFilter) { persons(filter: $f) { totalCount edges { node { familyName convictions { court } } } } }";
  const document = parse(text);
  const [definition] = document.definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error("No operation.");
  const operation = (variables: object) =>
    readOperation(document, definition, { ...variables }, supergraph.apiSchema, supergraph);
  const asker = {
    policy,
    office: "RRK_MUENSTER",
    role: "CASEWORKER",
    purpose: "CASE_MANAGEMENT",
    date: "2026-06-15",
    variables: {},
  };
  type Asker = typeof asker;
  const ability = ({ policy: of, office, role, purpose, date }: Asker) => {
    const found = offices.get(office);
    if (found === undefined) throw new Error(`There is no office ${office}.`);
    return abilityFor(of, found, role, purpose, date);
  };
  const granted = (decisions: Decisions, each: Asker) =>
    decisions.of(operation(each.variables), ability(each)).decision.entries;

  const others: readonly (readonly [string, Partial<Asker>])[] = [
    ["another office", { office: "JVA_R6636" }],
    ["another role", { role: "NOBODY" }],
    ["another purpose", { purpose: "WORKLIST" }],
    [
      "another date",
      {
        date: "2020-01-01",
        policy: { ...policy, rules: policy.rules.map((rule) => ({ ...rule, since: "2026-01-01" })) },
      },
    ],
    ["another policy", { policy: { ...policy, rules: [] } }],
    ["another input", { variables: { f: { enforceable: true } } }],
  ];
  test.each(others)("a decision kept for one is not used for %s, whoever asks first", (_, changes) => {
    const other = { ...asker, ...changes };
    const cold = [asker, other].map((each) => granted(new Decisions(supergraph), each));
    expect(cold[0]).not.toEqual(cold[1]);
    for (const order of [
      [0, 1],
      [1, 0],
    ] as const) {
      const decisions = new Decisions(supergraph);
      const warm = order.map((index) => granted(decisions, index === 0 ? asker : other));
      expect(warm).toEqual(order.map((index) => cold[index]));
    }
  });

  test("a grant kept for one is not used for any other claim, nor for another subgraph", async () => {
    const signer = new GrantSigner((await grantKeys(null)).privateKey);
    const grant = aGrant("RRK_MUENSTER", [{ category: "CASE", action: "SEE", when: ["OWN_CASE"], unless: [] }]);
    const changed: readonly Partial<GrantClaims>[] = [
      {},
      { office: "RRK_KOELN" },
      { holder: "SUBJECT:P-SHOWCASE0001" },
      { role: "LEAD" },
      { purpose: "WORKLIST" },
      { caseRef: "FM-2026-0001" },
      { date: "2026-06-16" },
      { person: "rrk-ms-0100" },
      { entries: [] },
    ];
    const tokens = await Promise.all(changed.map((each) => signer.sign({ ...grant, ...each }, "casework")));
    expect(new Set([...tokens, await signer.sign(grant, "scoring")]).size).toBe(changed.length + 1);
    expect(await signer.sign(grant, "casework")).toBe(tokens[0]);
    expect(Object.keys(grantClaims.shape)).toHaveLength(changed.length - 1);
  });

  test("the case that is stated narrows the answer, though the decision is the same", async () => {
    const query = "{ persons { edges { node { personRef } } } }";
    const refs = async (caseRef: string) => {
      const { data } = await world.ask(caseworker, { ...management, caseRef }, query);
      return data.persons.edges.map(({ node }: { node: { personRef: string } }) => node.personRef);
    };
    for (let round = 0; round < 2; round++) {
      expect(await refs("FM-2026-0001")).toEqual(["P-SHOWCASE0001"]);
      expect(await refs("FM-2026-0002")).toEqual(["P-SHOWCASE0002"]);
    }
  });
});

describe(way("W-30"), () => {
  test("what one request has loaded is not in the loaders of the next", async () => {
    const asked: string[] = [];
    const load = (office: string) =>
      new SubgraphContext({ office } as never, null as never, "x").load("facts", "P-1", async (keys) => {
        asked.push(office);
        return keys.map(() => office);
      });
    expect(await Promise.all([load("RRK_MUENSTER"), load("RRK_KOELN"), load("RRK_MUENSTER")])).toEqual([
      "RRK_MUENSTER",
      "RRK_KOELN",
      "RRK_MUENSTER",
    ]);
    expect(asked).toHaveLength(3);
  });

  test("many who ask at the same time are each answered as if they asked alone", async () => {
    const query = 'query Same { person(personRef: "P-SHOWCASE0001") { familyName } persons(first: 3) { totalCount } }';
    const askers: readonly (readonly [string, Stated])[] = [
      [caseworker, management],
      ["rrk-koeln-caseworker", { purpose: "CASE_MANAGEMENT", caseRef: "FM-2026-0010" }],
      ["lka-nrw", { purpose: "DANGER_AVERSION", caseRef: "LKA-2026-0001" }],
      [caseworker, { purpose: "WORKLIST" }],
      ["jva", { purpose: "CUSTODY_ENFORCEMENT", caseRef: "GB-2025-0001" }],
    ];
    const alone: string[] = [];
    for (const [persona, stated] of askers) alone.push((await world.ask(persona, stated, query)).text);
    expect(new Set(alone).size).toBeGreaterThan(2);
    const together = await Promise.all(
      [...askers, ...askers].map(([persona, stated]) => world.ask(persona, stated, query)),
    );
    expect(together.map(({ text }) => text)).toEqual([...alone, ...alone]);
  });
});

describe(way("W-28"), () => {
  const convictions = [{ convictions: [{ court: expect.any(String) }] }];
  const read = (when: string, unless: readonly string[]) =>
    records.tell(grantFor("RRK_MUENSTER", when, ["CONVICTION"], {}, unless), "convictions { court }", subject);

  test("a subgraph does not let through under a relation, nor past a prohibiting fact, that it does not know", async () => {
    expect(await read("OWN_CASE", ["LARGE_TRANSFER_BLOCK"])).toEqual({ persons: convictions, codes: [] });
    expect(await read("OWN_CASES", [])).toEqual({ persons: [{ convictions: null }], codes: [] });
    for (const unless of [["LARGE_BLOCK"], ["LARGE_TRANSFER_BLOCK", "constructor"]]) {
      expect(await read("OWN_CASE", unless)).toEqual({
        persons: [{ convictions: null }],
        codes: ["FIELD_NOT_GRANTED"],
      });
    }
  });

  test.each(["relation", "person_fact"])("a predicate that fails on directory.%s ends the request", async (table) => {
    const { owner } = records.store;
    const [from, to] = [sql.identifier(table), sql.identifier(`${table}_away`)];
    await owner.execute(sql`ALTER TABLE directory.${from} RENAME TO ${to}`);
    const told = read("OWN_CASE", ["LARGE_TRANSFER_BLOCK"]);
    await expect(told)
      .rejects.toThrow("Failed query")
      .finally(() => owner.execute(sql`ALTER TABLE directory.${to} RENAME TO ${from}`));
    expect(await read("OWN_CASE", ["LARGE_TRANSFER_BLOCK"])).toEqual({ persons: convictions, codes: [] });
  });
});

describe(way("W-34"), () => {
  const read = () =>
    records.tell(
      grantFor("RRK_MUENSTER", "OWN_CASE", ["CONVICTION"], {}, ["LARGE_TRANSFER_BLOCK"]),
      "convictions { court }",
      subject,
    );

  test("a case that closes after the decision: the relation is read with the data, under the same grant", async () => {
    const { owner } = records.store;
    expect((await read()).persons).toEqual([{ convictions: [{ court: expect.any(String) }] }]);
    await owner.update(relation).set({ until: "2026-06-14" });
    expect((await read()).persons).toEqual([{ convictions: null }]);
    await owner.update(relation).set({ until: null });
  });

  test("a block that is set after the decision holds at once", async () => {
    const { owner } = records.store;
    await owner
      .insert(personFact)
      .values({ personRef: subject, kind: "LARGE_TRANSFER_BLOCK", since: "2026-06-15", until: null });
    expect((await read()).persons).toEqual([{ convictions: null }]);
    await owner.execute(sql`DELETE FROM directory.person_fact`);
  });

  test("after the pilot, nothing of an assessment is asked of any subgraph", async () => {
    const later = await openWorld({ date: "2026-09-01" });
    const query =
      '{ person(personRef: "P-SHOWCASE0001") { familyName assessment { band } } case(caseRef: "FM-2026-0001") { recordedAssessments { id } } }';
    const reply = await later.ask(caseworker, management, query);
    const asked = later.traffic.map((each) => each.query).join("\n");
    await later.close();
    expect(reply.data).toMatchObject({ person: { assessment: null }, case: { recordedAssessments: null } });
    expect(asked).not.toMatch(/assessment|Facts\{/i);
  });
});
