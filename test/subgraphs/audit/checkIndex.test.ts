import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { checkIndex } from "../../../subgraphs/audit/checkIndex.ts";
import { indexLog } from "../../../subgraphs/audit/indexLog.ts";
import { decision, identification, keyRow, operation, subject } from "../../../subgraphs/audit/tables.ts";
import type { Database } from "../../../subgraphs/shell/openStore.ts";
import { access } from "../../gateway/audit/access.ts";
import { type AuditWorld, openAuditWorld } from "./auditWorld.ts";

let world: AuditWorld;

beforeAll(async () => {
  world = await openAuditWorld();
});

beforeEach(async () => {
  await world.reset();
  await world.record("gateway-1", access("op-1"), access("op-2", { tested: ["CaseFilter.state"] }));
  await world.record("gateway-2", access("op-3", { reason: null, caseRef: null }));
  await world.fail("gateway-1", "UNAUTHENTICATED", 1);
  await indexLog(world.store.owner, world.folder);
});

afterAll(() => world.close());

const check = () => checkIndex(world.store.owner, world.folder);
const year = new Date().getUTCFullYear();

test("An index that follows the log differs in nothing, and so does one that was dropped and filled again", async () => {
  expect(await check()).toEqual({ compared: 8, differences: [] });
  await world.dropIndex();
  expect(await check()).toEqual({ compared: 8, differences: [] });
});

const first = eq(operation.id, "op-1");

test.each<[string, (database: Database) => Promise<unknown>, string]>([
  [
    "who acted",
    (database) => database.update(operation).set({ actor: "staff-9" }).where(first),
    `gateway-1/access-${year}/journal-000001.jsonl: operation in line 3`,
  ],
  [
    "the time of an access, by a millisecond",
    (database) => database.update(operation).set({ at: "2026-06-15T08:00:00.001Z" }).where(first),
    `gateway-1/access-${year}/journal-000001.jsonl: operation in line 3`,
  ],
  [
    "what was disclosed",
    (database) =>
      database
        .update(subject)
        .set({ positions: [0] })
        .where(eq(subject.operationId, "op-3")),
    `gateway-2/access-${year}/journal-000001.jsonl: data subject 0 of the operation in line 3`,
  ],
  [
    "a rule of a decision",
    (database) =>
      database
        .update(decision)
        .set({ rules: [["R-X"], ["R-Y"]] })
        .where(sql`'CaseFilter.state' = ANY (${decision.tested})`),
    `gateway-1/access-${year}/journal-000001.jsonl: decision `,
  ],
  [
    "whom a token stands for",
    (database) => database.update(keyRow).set({ value: "P-SHOWCASE0002" }).where(eq(keyRow.kind, "person")),
    `gateway-1/access-${year}/keys-000001.jsonl: a row of the key table`,
  ],
  [
    "a failed identification",
    (database) => database.update(identification).set({ count: 2 }),
    `gateway-1/identification-${year}/journal-000001.jsonl: failed identification in line 2`,
  ],
])("The check finds a change in the index of %s", async (_words, change, expected) => {
  await change(world.store.owner);
  expect((await check()).differences[0]).toContain(expected);
});

test("The check finds an access that was taken out of the index, and one that was put into it", async () => {
  await world.store.owner.delete(subject).where(eq(subject.operationId, "op-3"));
  await world.store.owner.delete(operation).where(eq(operation.id, "op-3"));
  const [row] = await world.store.owner.select().from(operation).where(first);
  if (row === undefined) throw new Error("op-1 is in the index.");
  await world.store.owner.insert(operation).values({ ...row, id: "op-0" });
  const { differences } = await check();
  expect(differences).toContain(`gateway-2/access-${year}: 0 operations in the index, 1 in the log`);
  expect(differences).toContain(`gateway-1/access-${year}: 3 operations in the index, 2 in the log`);
});
