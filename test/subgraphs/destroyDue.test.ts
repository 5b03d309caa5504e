import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { casework } from "../../subgraphs/casework/subgraph.ts";
import { destroyDue } from "../../subgraphs/destroyDue.ts";
import { ownEstimate } from "../../subgraphs/scoring/tables.ts";
import type { Store } from "../../subgraphs/shell/openStore.ts";
import { readRows } from "../../subgraphs/shell/readRows.ts";
import { casePart, estimateDraw, keptAssessment } from "../../subgraphs/shell/tables.ts";
import { aCase, anAdmittedCase } from "./casework/aCase.ts";
import { aPerson } from "./casework/aPerson.ts";
import { openEmptyStore } from "./openEmptyStore.ts";
import { recordingErasures } from "./recordingErasures.ts";

const ground = "SOCIAL_CONDUCT";
const rejected = { state: "REJECTED", closedOn: "2026-05-02" } as const;
let store: Store;

const { recorded, record } = recordingErasures();

beforeAll(async () => {
  store = await openEmptyStore();
  await casework.populate?.(store.owner, [
    aPerson("P-GONE", aCase("FM-2026-0001", { ...rejected, ground })),
    aPerson("P-LATER", aCase("FM-2026-0002", { ...rejected, closedOn: "2026-05-03" })),
    aPerson("P-BOTH", aCase("FM-2026-0003", { ...rejected, ground }), anAdmittedCase("FM-2026-0004")),
    aPerson("P-CLOSED", anAdmittedCase("FM-2026-0005", { state: "CLOSED", closedOn: "2026-05-02" })),
  ]);
  for (const caseRef of ["FM-2026-0001", "FM-2026-0004"]) {
    await store.owner.insert(estimateDraw).values({ caseRef });
    await store.owner.insert(keptAssessment).values({ factId: `RA-${caseRef}`, caseRef });
    await store.owner.insert(casePart).values({ caseRef, person: "RRK_MUENSTER-01", part: "ESTIMATED" });
    await store.owner.insert(ownEstimate).values({
      factId: `OE-${caseRef}`,
      caseRef,
      personRef: "P-GONE",
      sourceOffice: "RRK_MUENSTER",
      sourceFileRef: caseRef,
      eventDate: "2026-04-01",
      recordedAt: "2026-04-01T12:00:00Z",
      lastChangedAt: "2026-04-01T12:00:00Z",
      kind: "ASSESSMENT",
      subjectCategory: "OTHER",
      legalBasis: "decree",
      person: "RRK_MUENSTER-01",
      band: "REGULAR",
      reason: "Nach Lage der Akte.",
    });
  }
});
afterAll(() => store?.close());

/** Number of rows by table that stand under a case. */
async function rowsUnder(caseRef: string): Promise<Readonly<Record<string, number>>> {
  const tables = ["case", "case_event", "admission_decision", "measure", "deadline", "case_conference"].map(
    (name) => `casework."${name}"`,
  );
  const all = [
    ...tables,
    "casework.prosecutor_consent",
    "scoring.own_estimate",
    "directory.estimate_draw",
    "directory.kept_assessment",
    "directory.case_part",
    "directory.relation",
  ];
  const counts = all.map(
    (name) => sql`SELECT ${name} AS name, count(*)::int AS rows FROM ${sql.raw(name)} WHERE case_ref = ${caseRef}`,
  );
  const found = await readRows<{ name: string; rows: number }>(store.owner, sql.join(counts, sql` UNION ALL `));
  return Object.fromEntries([...found].map(({ name, rows }) => [name, rows]));
}

const sum = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((left, right) => left + right, 0);

async function reportsOf(personRef: string): Promise<number> {
  const [row] = await readRows<{ rows: number }>(
    store.owner,
    sql`SELECT count(*)::int AS rows FROM casework.social_conduct_report WHERE person_ref = ${personRef}`,
  );
  return row?.rows ?? 0;
}

test("On 1 June, the last day of what was rejected on 2 May, nothing is destroyed", async () => {
  expect(await destroyDue(store.owner, "2026-06-01", record)).toBe(0);
  expect(sum(await rowsUnder("FM-2026-0001"))).toBeGreaterThan(4);
});

test("A trial on 2 June tells of two proposals, and destroys nothing", async () => {
  const before = await rowsUnder("FM-2026-0001");
  expect(await destroyDue(store.owner, "2026-06-02", null)).toBe(2);
  expect(await rowsUnder("FM-2026-0001")).toEqual(before);
});

test("Where the assessments cannot be destroyed, the proposals stay whole", async () => {
  const before = await rowsUnder("FM-2026-0001");
  await store.script(`CREATE FUNCTION scoring.stop() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'stop'; END $$;
    CREATE TRIGGER stop BEFORE DELETE ON scoring.own_estimate FOR EACH ROW EXECUTE FUNCTION scoring.stop();`);
  await expect(destroyDue(store.owner, "2026-06-02", record)).rejects.toThrow();
  expect(recorded).toEqual([]);
  expect(await rowsUnder("FM-2026-0001")).toEqual(before);
  await store.script("DROP TRIGGER stop ON scoring.own_estimate; DROP FUNCTION scoring.stop();");
});

test("Where it cannot be put on record, nothing is destroyed", async () => {
  const before = await rowsUnder("FM-2026-0001");
  await expect(destroyDue(store.owner, "2026-06-02", () => Promise.reject(new Error("full")))).rejects.toThrow("full");
  expect(await rowsUnder("FM-2026-0001")).toEqual(before);
});

test("On 2 June they are destroyed with their assessments, once, and nothing else is", async () => {
  const kept = await Promise.all(["FM-2026-0002", "FM-2026-0004", "FM-2026-0005"].map(rowsUnder));
  const reports = await reportsOf("P-BOTH");
  expect([await reportsOf("P-GONE"), reports].every((count) => count > 0)).toBe(true);
  recorded.length = 0;
  expect(await destroyDue(store.owner, "2026-06-02", record)).toBe(2);
  const rejectedProposals = { what: "rejected proposals", norm: "§ 91 (2) AufenthG", office: "RRK_MUENSTER" };
  expect(recorded).toEqual([
    { erasure: { ...rejectedProposals, caseRefs: ["FM-2026-0001", "FM-2026-0003"] }, isOver: true },
  ]);
  expect(sum(await rowsUnder("FM-2026-0001"))).toBe(0);
  expect(sum(await rowsUnder("FM-2026-0003"))).toBe(0);
  expect(await Promise.all(["FM-2026-0002", "FM-2026-0004", "FM-2026-0005"].map(rowsUnder))).toEqual(kept);
  expect(await reportsOf("P-GONE")).toBe(0);
  expect(await reportsOf("P-BOTH")).toBe(reports);
  expect(await destroyDue(store.owner, "2026-06-02", record)).toBe(0);
  expect(recorded).toHaveLength(1);
});
