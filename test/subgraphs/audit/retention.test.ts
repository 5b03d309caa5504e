import { generateKeyPairSync } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
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
  writeFileSync(join(world.folder, "key.pem"), publicKey.export({ type: "spki", format: "pem" }));
  vi.stubEnv("SICHTFELD_LOG_PUBLIC_KEY_FILE", join(world.folder, "key.pem"));
  await world.record("gateway-1", access("op-1"));
  await world.record("gateway-2", access("op-2"));
  await world.restart("gateway-1");
  await indexLog(world.store.owner, world.folder);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await world.close();
});

const year = new Date().getUTCFullYear();
const name = `access-${year}`;
const lastMoment = Date.UTC(year + 2, 0, 1) - 1;

const { privateKey: signingKey, publicKey } = generateKeyPairSync("ed25519");

/** The shard of gateway-1 goes; what stands in its place is a statement of this origin, or nothing. */
function remove(origin: string | null, key = signingKey): void {
  rmSync(join(world.folder, "gateway-1", name), { recursive: true });
  if (origin === null) return;
  const ended = new Date(lastMoment + 1).toISOString();
  const text = `${checkpointText({ origin, size: 3, root: Buffer.alloc(32) })}ended ${ended}\nbecause § 76 (4) BDSG\n`;
  const line = signatureLine(text, origin, key);
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

test("Of a shard that goes the day after its last, with a statement that another key signed, the index says so, and of any where it has no key", async () => {
  remove(own, generateKeyPairSync("ed25519").privateKey);
  expect(await indexAt(lastMoment + 1)).toEqual(broken);
  writeFileSync(join(world.folder, "key.pem"), "");
  expect(await indexAt(lastMoment + 1)).toEqual(broken);
});

test.each([
  ["the day after its last, with its statement", own, lastMoment + 1, { fault: null, rows: one }],
  ["on its last day, with a statement all the same", own, lastMoment, broken],
  ["the day after its last, without a statement", null, lastMoment + 1, broken],
  ["the day after, with another shard's statement", "sichtfeld/gateway-2/x", lastMoment + 1, broken],
])("Of a shard that goes %s, the index says so", async (_words, origin, now, expected) => {
  remove(origin);
  expect(await indexAt(now)).toEqual(expected);
});
