import { generateKeyPairSync } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { shardOrigin } from "../../../schema/accessLogNames.ts";
import { checkpointText } from "../../../schema/tlog/checkpoint.ts";
import { signatureLine } from "../../../schema/tlog/signedNote.ts";
import { indexLog } from "../../../subgraphs/audit/indexLog.ts";
import { keyRow, operation, subject } from "../../../subgraphs/audit/tables.ts";
import { access } from "../../gateway/audit/access.ts";
import { type AuditWorld, openAuditWorld } from "./auditWorld.ts";

let world: AuditWorld;

beforeAll(async () => {
  world = await openAuditWorld();
});

beforeEach(async () => {
  await world.reset();
  await world.record("gateway-1", access("op-1"));
  await world.record("gateway-2", access("op-2"));
  await world.restart("gateway-1");
  await indexLog(world.store.owner, world.folder);
});

afterAll(() => world.close());

const year = new Date().getUTCFullYear();
const name = `access-${year}`;
const lastMoment = Date.UTC(year + 2, 0, 1) - 1;

/** The shard of gateway-1 goes; what stands in its place is a statement of this origin, or nothing. */
function remove(origin: string | null): void {
  rmSync(join(world.folder, "gateway-1", name), { recursive: true });
  if (origin === null) return;
  const text = checkpointText({ origin, size: 3, root: Buffer.alloc(32) });
  const line = signatureLine(text, origin, generateKeyPairSync("ed25519").privateKey);
  writeFileSync(join(world.folder, "gateway-1", `ended-${name}`), `${text}\n${line}`);
}

const own = shardOrigin(`gateway-1/${name}`);

/** How indexing ends, and how many operations, data subjects and rows of key tables are in the index then. */
async function indexAt(now: number) {
  const fault = await indexLog(world.store.owner, world.folder, now).then(
    () => null,
    (error) => error.code,
  );
  const tables = [operation, subject, keyRow];
  const rows = await Promise.all(tables.map((table) => world.store.owner.$count(table)));
  return { fault, rows };
}

const broken = { fault: "LOG_BROKEN", rows: [2, 2, 6] };
const one = [1, 1, 3];

test.each([
  ["the day after its last, with its statement", own, lastMoment + 1, { fault: null, rows: one }],
  ["on its last day, with a statement all the same", own, lastMoment, broken],
  ["the day after its last, without a statement", null, lastMoment + 1, broken],
  ["the day after, with another shard's statement", "sichtfeld/gateway-2/x", lastMoment + 1, broken],
])("Of a shard that goes %s, the index says so", async (_words, origin, now, expected) => {
  remove(origin);
  expect(await indexAt(now)).toEqual(expected);
});
