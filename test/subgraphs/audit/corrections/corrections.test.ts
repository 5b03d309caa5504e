import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { GrantClaims } from "../../../../schema/grant.ts";
import { forgetShard } from "../../../../subgraphs/audit/forgetShard.ts";
import { correctionNotice, factRecipient } from "../../../../subgraphs/audit/tables.ts";
import { caseRecord } from "../../../../subgraphs/casework/tables.ts";
import { toleration } from "../../../../subgraphs/immigration/tables.ts";
import { factChange, relation } from "../../../../subgraphs/shell/tables.ts";
import { access } from "../../../gateway/audit/access.ts";
import { aGrant } from "../../aGrant.ts";
import { grantEntries } from "../../grantEntries.ts";
import { givenFact } from "../../immigration/givenFact.ts";
import { type AuditWorld, officer, openAuditWorld } from "../auditWorld.ts";

/** A toleration that the Borken authority supplied. No office stands in any relation to the person: all rights to it have ended. */
const fact = "TO-1";
const person = "P-ONE";

let world: AuditWorld;
const owner = () => world.store.owner;

beforeAll(async () => {
  world = await openAuditWorld();
});
beforeEach(async () => {
  await world.reset();
  for (const table of [toleration, caseRecord]) await owner().delete(table);
  for (const table of [factChange, correctionNotice, factRecipient]) await owner().delete(table);
  await owner()
    .insert(toleration)
    .values({ ...givenFact(person, fact, "2026-05-01"), reasonCode: "01", validUntil: "2026-12-31" });
});
afterAll(() => world.close());

function grantOf(office: string): GrantClaims {
  const entries = [
    ...grantEntries("SEE", ["CORRECTION_NOTICE"], ["ANY"]),
    ...grantEntries("WRITE", ["CORRECTION_ACKNOWLEDGEMENT"], ["ANY"]),
  ];
  return aGrant(office, entries, { purpose: "NOTIFICATION" });
}

let accesses = 0;
/** The office is shown a version of the fact. */
async function shown(office: string, version = 1, changes = {}): Promise<void> {
  const coordinates = ["Toleration.validUntil"];
  accesses += 1;
  await world.record(
    "gateway-1",
    access(`op-${accesses}`, {
      office,
      rules: { "Toleration.validUntil": ["R-RRK-01"] },
      subjects: [
        {
          personRef: person,
          coordinates,
          facts: [{ id: fact, version, tag: "AAAAAAAAAAAAAAAAAAAAAA", disclosed: coordinates }],
        },
      ],
      ...changes,
    }),
  );
}

const selection = "edges { cursor node { id kind fact version at } }";
async function noticesTo(office: string) {
  const { data, codes } = await world.ask(`{ correctionNotices { ${selection} } }`, {}, grantOf(office));
  expect(codes).toEqual([]);
  return data.correctionNotices.edges.map(({ node }: { node: object }) => node);
}
const kindsTo = async (office: string) =>
  (await noticesTo(office)).map(({ kind, version }: { kind: string; version: number }) => `${kind} ${version}`);
const acknowledge = (office: string, notice: string) =>
  world.ask(
    "mutation ($input: AcknowledgeCorrectionInput!) { acknowledgeCorrection(input: $input) { acknowledgedAt } }",
    { input: { notice } },
    grantOf(office),
  );
interface Edge {
  readonly node: { readonly office: { readonly id: string } };
}
const outstanding = async () => {
  const { data } = await world.ask(
    "{ outstandingCorrections { totalCount edges { node { office { id } kind fact version } } } }",
    {},
    officer,
  );
  return data.outstandingCorrections;
};

const correct = () =>
  owner()
    .update(toleration)
    .set({ validUntil: "2026-11-30", version: sql`version + 1` })
    .where(eq(toleration.factId, fact));
const restrict = () => owner().update(toleration).set({ restricted: true }).where(eq(toleration.factId, fact));
/** As an office's own system does: the row of the version before goes, and the later one is laid in its place. */
const sendAnew = (changes: Partial<typeof toleration.$inferInsert>) =>
  owner().transaction(async (transaction) => {
    const [row] = await transaction.delete(toleration).where(eq(toleration.factId, fact)).returning();
    if (row === undefined) throw new Error("There is no such toleration.");
    await transaction.insert(toleration).values({ ...row, ...changes });
  });
const erase = () => owner().delete(toleration).where(eq(toleration.factId, fact));

describe("Who is told", () => {
  beforeEach(async () => {
    await shown("RRK_MUENSTER");
    await shown("ZAB_COESFELD");
    await shown("LKA_NRW", 1, { outcome: "REFUSED", refusalCode: "CASE_MISSING", subjects: [] });
    await shown("DATA_SUBJECT", 1, { asSubject: person });
  });

  test.each<[what: string, change: () => Promise<unknown>, told: string]>([
    ["A correction", correct, "CORRECTED 1"],
    ["A restriction", restrict, "RESTRICTED 1"],
    ["An erasure", erase, "ERASED 1"],
    ["A later version that is sent", () => sendAnew({ version: 2, validUntil: "2026-11-30" }), "CORRECTED 1"],
    ["A restricted one that is sent", () => sendAnew({ version: 2, restricted: true }), "RESTRICTED 1"],
    ["The same that is laid with another person", () => sendAnew({ personRef: "P-TWO" }), "CORRECTED 1"],
  ])(
    "%s is told to whoever was shown the fact and to the office that supplied it, though no right is left",
    async (_, change, told) => {
      expect(await owner().$count(relation)).toBe(0);
      await change();
      for (const office of ["RRK_MUENSTER", "ZAB_COESFELD", "ABH_05554"]) expect(await kindsTo(office)).toEqual([told]);
      for (const office of ["LKA_NRW", "RRK_KOELN", "BAMF"]) expect(await kindsTo(office)).toEqual([]);
    },
  );

  test("That a restriction is lifted is told to whoever was told of the restriction; one that stood before stays one", async () => {
    await restrict();
    await restrict();
    await owner().update(toleration).set({ restricted: false }).where(eq(toleration.factId, fact));
    for (const office of ["RRK_MUENSTER", "ZAB_COESFELD", "ABH_05554"])
      expect(await kindsTo(office)).toEqual(["RESTRICTED 1", "RELEASED 1"]);
  });

  test("Of several corrections each is told, by the version that the office was shown last", async () => {
    await correct();
    await shown("RRK_MUENSTER", 2);
    await correct();
    expect(await kindsTo("RRK_MUENSTER")).toEqual(["CORRECTED 1", "CORRECTED 2"]);
    expect(await kindsTo("ZAB_COESFELD")).toEqual(["CORRECTED 1", "CORRECTED 1"]);
  });

  test("What changes nothing of the fact is no correction: a deletion date, a term, a row that is stored", async () => {
    await owner().update(toleration).set({ deleteBy: "2030-01-01" });
    expect(await owner().$count(factChange)).toBe(0);
  });

  test("An answer that comes on record after the change makes a notice all the same", async () => {
    await correct();
    expect(await kindsTo("RRK_KOELN")).toEqual([]);
    await shown("RRK_KOELN", 1);
    expect(await kindsTo("RRK_KOELN")).toEqual(["CORRECTED 1"]);
    await shown("BAMF", 2);
    expect(await kindsTo("BAMF")).toEqual([]);
  });

  test("The person concerned is in no register", async () => {
    await outstanding();
    const rows = await owner().select({ office: factRecipient.office }).from(factRecipient);
    expect(rows.map(({ office }) => office).sort()).toEqual(["RRK_MUENSTER", "ZAB_COESFELD"]);
  });
});

test("The step of a case is no correction of the case, and its destruction is an erasure", async () => {
  const row = {
    ...givenFact(person, "CA-1", "2026-05-01"),
    caseRef: "FM-1",
    state: "PROPOSED" as const,
    rrk: "RRK_MUENSTER",
  };
  const rest = {
    openedOn: "2026-05-01",
    ground: "OFFENCES" as const,
    proposedBy: "ABH_05554",
    proposalReason: "Begründung",
  };
  await owner()
    .insert(caseRecord)
    .values({ ...row, ...rest });
  await owner().update(caseRecord).set({ state: "CHECKED", version: 2 });
  expect(await owner().$count(factChange)).toBe(0);
  await owner().delete(caseRecord);
  expect(await owner().select({ kind: factChange.kind, version: factChange.version }).from(factChange)).toEqual([
    { kind: "ERASED", version: 2 },
  ]);
});

describe("A correction notice", () => {
  test("names kind, fact, version and instant: no value, no person, no case", async () => {
    await shown("RRK_MUENSTER");
    await correct();
    expect(await noticesTo("RRK_MUENSTER")).toEqual([
      { id: expect.stringMatching(/^CN-[0-9A-F]{20}$/), kind: "CORRECTED", fact, version: 1, at: expect.any(String) },
    ]);
  });

  test("is outstanding until its own office acknowledges it; twice does it once, and no other office can", async () => {
    await shown("RRK_MUENSTER");
    await correct();
    const { totalCount, edges } = await outstanding();
    const byOffice = edges.toSorted((one: Edge, other: Edge) => (one.node.office.id < other.node.office.id ? -1 : 1));
    expect({ totalCount, edges: byOffice }).toEqual({
      totalCount: 2,
      edges: ["ABH_05554", "RRK_MUENSTER"].map((id) =>
        expect.objectContaining({ node: { office: { id }, kind: "CORRECTED", fact, version: 1 } }),
      ),
    });
    const [{ id }] = await noticesTo("RRK_MUENSTER");
    expect((await acknowledge("ZAB_COESFELD", id)).codes).toEqual(["NOT_FOUND"]);
    expect((await acknowledge("RRK_MUENSTER", "CN-NOTHING")).codes).toEqual(["NOT_FOUND"]);
    const first = await acknowledge("RRK_MUENSTER", id);
    expect(first.data.acknowledgeCorrection.acknowledgedAt).toMatch(/^2\d{3}-/);
    expect((await acknowledge("RRK_MUENSTER", id)).data).toEqual(first.data);
    expect(await noticesTo("RRK_MUENSTER")).toEqual([]);
    expect((await outstanding()).totalCount).toBe(1);
  });

  test("comes page by page, each once", async () => {
    await shown("RRK_MUENSTER");
    await correct();
    await restrict();
    const page = (after: string | null) =>
      world.ask(
        `query ($after: String) { correctionNotices(first: 1, after: $after) { ${selection} pageInfo { hasNextPage } } }`,
        { after },
        grantOf("RRK_MUENSTER"),
      );
    const one = (await page(null)).data.correctionNotices;
    const two = (await page(one.edges[0].cursor)).data.correctionNotices;
    expect([one, two].map(({ edges, pageInfo }) => [edges[0].node.kind, pageInfo.hasNextPage])).toEqual([
      ["CORRECTED", true],
      ["RESTRICTED", false],
    ]);
  });
});

describe("The register of recipients", () => {
  test("outlives the index and the shards of the log", async () => {
    await shown("RRK_MUENSTER");
    await outstanding();
    await forgetShard(owner(), "gateway-1/access-2026");
    await world.reset();
    await correct();
    expect(await kindsTo("RRK_MUENSTER")).toEqual(["CORRECTED 1"]);
  });

  test("ends with the fact: when it is erased and every office has acknowledged that, also where the index is filled again", async () => {
    await shown("RRK_MUENSTER");
    await erase();
    for (const office of ["RRK_MUENSTER", "ABH_05554"]) {
      expect(await owner().$count(factRecipient)).toBe(office === "RRK_MUENSTER" ? 0 : 1);
      const [{ id }] = await noticesTo(office);
      await acknowledge(office, id);
    }
    await outstanding();
    expect(await owner().$count(factRecipient)).toBe(0);
    await world.dropIndex();
    expect((await outstanding()).totalCount).toBe(0);
    expect(await owner().$count(factRecipient)).toBe(0);
  });
});
