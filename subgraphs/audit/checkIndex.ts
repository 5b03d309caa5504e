import { createReadStream } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { and, count, eq, inArray, lt } from "drizzle-orm";
import { readKeys } from "../../schema/accessLogKeys.ts";
import type { LoggedLines } from "../../schema/accessLogOperations.ts";
import { canonicalJson } from "../../schema/canonicalJson.ts";
import type { Database } from "../shell/openStore.ts";
import { entryRows } from "./entryRows.ts";
import { indexLog } from "./indexLog.ts";
import { listShards } from "./listShards.ts";
import { readLog } from "./readLog.ts";
import { decision, decisionPlace, erasure, identification, keyRow, operation, subject } from "./tables.ts";

/** What comparing the index with the log found. */
export interface IndexCheck {
  /** Operations, failed identifications and rows of key tables that were compared. */
  readonly compared: number;
  /** What differs, by kind, shard and place; names nobody. Empty: the index is what the log says. */
  readonly differences: readonly string[];
}

interface Findings {
  compared: number;
  readonly differences: string[];
}

/** Ids of one statement. */
const idsMax = 5_000;

/**
 * Brings the index up to the log and compares every row of it with what the log says, in both directions. Entries that come
 * meanwhile are left for the next check.
 *
 * @throws SubgraphError LOG_BROKEN or LOG_UNREADABLE
 */
export async function checkIndex(
  database: Database,
  folder: string,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<IndexCheck> {
  await indexLog(database, folder);
  const found: Findings = { compared: 0, differences: [] };
  const shards = [...(await listShards(folder))];
  const erased = new Set<string>();
  for (const [number, [shard, { journal }]] of shards.entries()) {
    await checkJournal(database, folder, shard, journal, erased, found);
    onProgress(number + 1, shards.length * 2);
  }
  for (const [number, [shard, { keys }]] of shards.entries()) {
    await checkKeys(database, folder, shard, keys, erased, found);
    onProgress(shards.length + number + 1, shards.length * 2);
  }
  const names = new Set(shards.map(([shard]) => shard));
  for (const table of [operation, decisionPlace, identification, erasure, keyRow]) {
    const stored = await database.selectDistinct({ shard: table.shard }).from(table);
    for (const { shard } of stored)
      if (!names.has(shard)) found.differences.push(`rows of ${shard}, which is no shard`);
  }
  return found;
}

async function checkJournal(
  database: Database,
  folder: string,
  shard: string,
  files: readonly string[],
  erased: Set<string>,
  found: Findings,
): Promise<void> {
  const logged = { operations: 0, subjects: 0, identifications: 0, erasures: 0, decisions: 0, leaves: 0 };
  const decided = new Set<string>();
  for await (const part of readLog(folder, shard, files, null)) {
    await compare(database, shard, part.place.file, part.logged, found);
    for (const { entry } of part.logged.erasures) for (const token of entry.tokens) erased.add(token);
    logged.operations += part.logged.operations.length;
    logged.subjects += part.logged.operations.reduce((sum, { subjects }) => sum + subjects.length, 0);
    logged.identifications += part.logged.identifications.length;
    logged.erasures += part.logged.erasures.length;
    for (const { entry } of part.logged.decisions) decided.add(entry.id);
    logged.decisions = decided.size;
    logged.leaves = part.place.leaves;
  }
  found.compared += logged.operations + logged.identifications;
  const read = and(eq(operation.shard, shard), lt(operation.leaf, logged.leaves));
  const numberIn = async (table: typeof identification | typeof erasure | typeof decisionPlace) => {
    const below = and(eq(table.shard, shard), lt(table.leaf, logged.leaves));
    const [counted] = await database.select({ rows: count() }).from(table).where(below);
    return counted;
  };
  const [operations] = await database.select({ rows: count() }).from(operation).where(read);
  const ofOperations = eq(operation.id, subject.operationId);
  const [subjects] = await database
    .select({ rows: count() })
    .from(subject)
    .innerJoin(operation, ofOperations)
    .where(read);
  const [identifications, erasures, decisions] = [
    await numberIn(identification),
    await numberIn(erasure),
    await numberIn(decisionPlace),
  ];
  for (const [kind, rows] of Object.entries({ operations, subjects, identifications, erasures, decisions })) {
    const wanted = logged[kind as Exclude<keyof typeof logged, "leaves">];
    if (rows?.rows !== wanted)
      found.differences.push(`${shard}: ${rows?.rows} ${kind} in the index, ${wanted} in the log`);
  }
}

/** That every entry of a part has its rows, as they should be. */
async function compare(
  database: Database,
  shard: string,
  file: string,
  { decisions, operations, identifications, erasures }: LoggedLines,
  found: Findings,
): Promise<void> {
  const ids = operations.map(({ operation: { id } }) => id);
  const stored = new Map<string, string>();
  for (const some of inStatements(decisions.map(({ entry }) => entry.id))) {
    const rows = await database.select().from(decision).where(inArray(decision.id, some));
    for (const row of rows) stored.set(`decision ${row.id}`, textOf(row));
  }
  for (const some of inStatements(ids)) {
    const rows = await database.select().from(operation).where(inArray(operation.id, some));
    for (const row of rows) stored.set(`operation ${row.id}`, textOf(row));
    const subjects = await database.select().from(subject).where(inArray(subject.operationId, some));
    for (const row of subjects) stored.set(`subject ${row.operationId} ${row.place}`, textOf(row));
  }
  for (const some of inStatements(identifications.map(({ entry: { id } }) => id))) {
    const rows = await database.select().from(identification).where(inArray(identification.id, some));
    for (const row of rows) stored.set(`identification ${row.id}`, textOf(row));
  }
  for (const some of inStatements(erasures.map(({ entry: { id } }) => id))) {
    const rows = await database.select().from(erasure).where(inArray(erasure.id, some));
    for (const row of rows) stored.set(`erasure ${row.id}`, textOf(row));
  }
  const expect = (name: string, row: object, place: string) => {
    if (stored.get(name) !== textOf(row)) found.differences.push(`${shard}/${file}: ${place}`);
  };
  for (const each of decisions) {
    expect(`decision ${each.entry.id}`, entryRows.decision(each), `decision ${each.entry.id}`);
  }
  for (const each of operations) {
    const { id } = each.operation;
    expect(`operation ${id}`, entryRows.operation(each, shard, file), `operation in line ${each.line}`);
    for (const row of entryRows.subjects(each)) {
      expect(`subject ${id} ${row.place}`, row, `data subject ${row.place} of the operation in line ${each.line}`);
    }
  }
  for (const each of identifications) {
    const row = entryRows.identification(each, shard, file);
    expect(`identification ${row.id}`, row, `failed identification in line ${each.line}`);
  }
  for (const each of erasures) {
    const row = entryRows.erasure(each, shard, file);
    expect(`erasure ${row.id}`, row, `erasure in line ${each.line}`);
  }
}

async function checkKeys(
  database: Database,
  folder: string,
  shard: string,
  files: readonly string[],
  erased: ReadonlySet<string>,
  found: Findings,
): Promise<void> {
  const stored = await database.select().from(keyRow).where(eq(keyRow.shard, shard));
  const rows = new Map(stored.map(({ token, kind, value }) => [token, `${kind}:${value}`]));
  for (const file of files) {
    const logged = readKeys(await buffer(createReadStream(join(folder, shard, file)))).rows;
    for (const { token, kind, value } of logged) {
      if (erased.has(token)) continue;
      found.compared += 1;
      if (rows.get(token) !== `${kind}:${value}`) found.differences.push(`${shard}/${file}: a row of the key table`);
      rows.delete(token);
    }
  }
  if (rows.size > 0) found.differences.push(`${shard}: ${rows.size} rows of the key table that it does not have`);
}

/** A row as text: columns in one order, instants in one form, null for what an entry does not say. */
function textOf(row: object): string {
  const { at, recordedAt, ...same } = row as { readonly at?: string; readonly recordedAt?: string };
  const instants = [at, recordedAt].map((each) => (each === undefined ? null : new Date(each).toISOString()));
  return canonicalJson({ ...same, instants });
}

function inStatements(ids: readonly string[]): readonly string[][] {
  const statements = Math.ceil(ids.length / idsMax);
  return Array.from({ length: statements }, (_, each) => ids.slice(each * idsMax, (each + 1) * idsMax));
}
