import { and, eq, inArray } from "drizzle-orm";
import type { LoggedOperation } from "../../schema/accessLogOperations.ts";
import type { Database } from "../shell/openStore.ts";
import { foldRecipients } from "./corrections/foldRecipients.ts";
import { entryRows } from "./entryRows.ts";
import type { LogPart, LogPlace } from "./readLog.ts";
import { decision, decisionPlace, erasure, identification, indexed, keyRow, operation, subject } from "./tables.ts";

/** Rows of one statement, so that its parameters stay below PostgreSQL's limit of 65,535. */
const rowsMax = 1_000;

/**
 * Puts a part of the log into the index and moves the place on, in one transaction. An operation that is there already stays
 * as it is.
 *
 * @param shard `<instance>/<shard>`
 * @param from place that the part begins at; null: the beginning
 * @returns false, and nothing is stored, when another process has moved the place meanwhile
 */
export async function storePart(
  database: Database,
  shard: string,
  from: LogPlace | null,
  { logged, place }: LogPart,
): Promise<boolean> {
  return await database.transaction(async (transaction) => {
    if (!(await movePlace(transaction, shard, from, place))) return false;
    const { file } = place;
    for (const rows of inStatements(logged.decisions.map(entryRows.decision))) {
      await transaction.insert(decision).values(rows).onConflictDoNothing();
    }
    for (const rows of inStatements(logged.decisions.map((each) => entryRows.decisionPlace(each, shard, file)))) {
      await transaction.insert(decisionPlace).values(rows).onConflictDoNothing();
    }
    await storeOperations(transaction, logged.operations, shard, file);
    await foldRecipients(transaction, logged.operations);
    const failures = logged.identifications.map((each) => entryRows.identification(each, shard, file));
    for (const rows of inStatements(failures)) {
      await transaction.insert(identification).values(rows).onConflictDoNothing();
    }
    for (const rows of inStatements(logged.erasures.map((each) => entryRows.erasure(each, shard, file)))) {
      await transaction.insert(erasure).values(rows).onConflictDoNothing();
    }
    const erased = logged.erasures.flatMap(({ entry }) => entry.tokens);
    for (const tokens of inStatements(erased)) await transaction.delete(keyRow).where(inArray(keyRow.token, tokens));
    return true;
  });
}

async function movePlace(database: Database, shard: string, from: LogPlace | null, to: LogPlace): Promise<boolean> {
  const { file, bytes, lines, last, leaves } = to;
  const moved =
    from === null
      ? await database
          .insert(indexed)
          .values({ shard, file, bytes, lines, last, leaves })
          .onConflictDoNothing()
          .returning({ shard: indexed.shard })
      : await database
          .update(indexed)
          .set({ file, bytes, lines, last, leaves })
          .where(and(eq(indexed.shard, shard), eq(indexed.file, from.file), eq(indexed.bytes, from.bytes)))
          .returning({ shard: indexed.shard });
  return moved.length > 0;
}

async function storeOperations(
  database: Database,
  operations: readonly LoggedOperation[],
  shard: string,
  file: string,
): Promise<void> {
  const once = [...new Map(operations.toReversed().map((each) => [each.operation.id, each])).values()].toReversed();
  const stored = new Set<string>();
  for (const rows of inStatements(once.map((each) => entryRows.operation(each, shard, file)))) {
    const inserted = await database
      .insert(operation)
      .values(rows)
      .onConflictDoNothing()
      .returning({ id: operation.id });
    for (const { id } of inserted) stored.add(id);
  }
  const subjects = once.filter((each) => stored.has(each.operation.id)).flatMap(entryRows.subjects);
  for (const rows of inStatements(subjects)) await database.insert(subject).values(rows);
}

function inStatements<R>(rows: readonly R[]): readonly R[][] {
  const statements = Math.ceil(rows.length / rowsMax);
  return Array.from({ length: statements }, (_, each) => rows.slice(each * rowsMax, (each + 1) * rowsMax));
}
