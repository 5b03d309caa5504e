import { and, eq, inArray, sql } from "drizzle-orm";
import type { DecisionEntry } from "../../schema/accessLogFormat.ts";
import type { LoggedOperation } from "../../schema/accessLogOperations.ts";
import type { Database } from "../shell/openStore.ts";
import type { LogPart, LogPlace } from "./readLog.ts";
import { decision, identification, indexed, keyRow, operation, subject } from "./tables.ts";

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
    for (const rows of inStatements(logged.decisions.map(decisionRow))) {
      await transaction.insert(decision).values(rows).onConflictDoNothing();
    }
    await storeOperations(transaction, logged.operations, shard, file);
    const failures = logged.identifications.map(({ entry: { v: _v, type: _type, ...entry }, line, leaf }) => {
      return { ...entry, shard, file, line, leaf };
    });
    for (const rows of inStatements(failures)) {
      await transaction.insert(identification).values(rows).onConflictDoNothing();
    }
    const erased = logged.erasures.flatMap(({ entry }) => entry.tokens);
    for (const tokens of inStatements(erased)) await transaction.delete(keyRow).where(inArray(keyRow.token, tokens));
    return true;
  });
}

async function movePlace(database: Database, shard: string, from: LogPlace | null, to: LogPlace): Promise<boolean> {
  const { file, bytes, lines, last, leaves } = to;
  const unmoved = from === null ? sql`FALSE` : and(eq(indexed.file, from.file), eq(indexed.bytes, from.bytes));
  const moved = await database
    .insert(indexed)
    .values({ shard, file, bytes, lines, last, leaves })
    .onConflictDoUpdate({
      target: indexed.shard,
      set: { file, bytes, lines, last, leaves },
      setWhere: unmoved ?? sql`FALSE`,
    })
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
  for (const rows of inStatements(once.map((each) => operationRow(each, shard, file)))) {
    const inserted = await database
      .insert(operation)
      .values(rows)
      .onConflictDoNothing()
      .returning({ id: operation.id });
    for (const { id } of inserted) stored.add(id);
  }
  const subjects = once.filter((each) => stored.has(each.operation.id)).flatMap(subjectRows);
  for (const rows of inStatements(subjects)) await database.insert(subject).values(rows);
}

function decisionRow({ id, policyVersion, allowed, withheld, tested, combined }: DecisionEntry) {
  return {
    id,
    policyVersion,
    coordinates: allowed.map(({ coordinate }) => coordinate),
    rules: allowed.map(({ rules }) => rules),
    withheld,
    tested: [...tested],
    combined: [...combined],
  };
}

function operationRow({ operation: entry, line, leaf }: LoggedOperation, shard: string, file: string) {
  const { v: _v, type: _type, subjects: _subjects, case: caseToken, reason: reasonToken, ...same } = entry;
  return {
    ...same,
    kinds: [...entry.kinds],
    caseToken,
    reasonToken,
    decisionId: entry.decision,
    withheld: [...entry.withheld],
    shard,
    file,
    line,
    leaf,
  };
}

function subjectRows({ operation: { id }, subjects }: LoggedOperation) {
  return subjects.map(({ subject: token, disclosed, withheld, facts }, place) => ({
    operationId: id,
    place,
    token,
    positions: [...disclosed],
    withheld: [...withheld],
    facts,
  }));
}

function inStatements<R>(rows: readonly R[]): readonly R[][] {
  const statements = Math.ceil(rows.length / rowsMax);
  return Array.from({ length: statements }, (_, each) => rows.slice(each * rowsMax, (each + 1) * rowsMax));
}
