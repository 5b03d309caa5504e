import { and, eq, sql } from "drizzle-orm";
import type { LoggedOperation } from "../../schema/accessLogOperations.ts";
import type { Database } from "../shell/openStore.ts";
import type { LogPart, LogPlace } from "./readLog.ts";
import { indexed, operation, subject } from "./tables.ts";

/** Rows of one statement, so that its parameters stay below PostgreSQL's limit of 65,535. */
const rowsMax = 1_000;

/**
 * Puts a part of the log into the index and moves the place on, in one transaction. An operation that is there already stays
 * as it is.
 *
 * @param from place that the part begins at; null: the beginning
 * @returns false, and nothing is stored, when another process has moved the place meanwhile
 */
export async function storePart(
  database: Database,
  instance: string,
  from: LogPlace | null,
  { operations, place }: LogPart,
): Promise<boolean> {
  return await database.transaction(async (transaction) => {
    const { file, bytes, lines, last } = place;
    const unmoved = from === null ? sql`FALSE` : and(eq(indexed.file, from.file), eq(indexed.bytes, from.bytes));
    const moved = await transaction
      .insert(indexed)
      .values({ instance, file, bytes, lines, last })
      .onConflictDoUpdate({
        target: indexed.instance,
        set: { file, bytes, lines, last },
        setWhere: unmoved ?? sql`FALSE`,
      })
      .returning({ instance: indexed.instance });
    if (moved.length === 0) return false;
    const once = [...new Map(operations.toReversed().map((each) => [each.operation.id, each])).values()].toReversed();
    const stored = new Set<string>();
    for (const rows of inStatements(once.map((each) => operationRow(each, instance, file)))) {
      const inserted = await transaction
        .insert(operation)
        .values(rows)
        .onConflictDoNothing()
        .returning({ id: operation.id });
      for (const { id } of inserted) stored.add(id);
    }
    const subjects = once.filter((each) => stored.has(each.operation.id)).flatMap(subjectRows);
    for (const rows of inStatements(subjects)) await transaction.insert(subject).values(rows);
    return true;
  });
}

function operationRow({ operation: entry, line }: LoggedOperation, instance: string, file: string) {
  const { v: _version, type: _type, subjects: _subjects, rules, ...same } = entry;
  return {
    ...same,
    tested: [...entry.tested],
    combined: [...entry.combined],
    coordinates: rules.map(({ coordinate }) => coordinate),
    rules: rules.map((each) => each.rules),
    instance,
    file,
    line,
  };
}

function subjectRows({ operation: { id }, subjects }: LoggedOperation) {
  return subjects.map(({ personRef, coordinates }, place) => ({
    operationId: id,
    place,
    personRef,
    positions: [...coordinates],
  }));
}

function inStatements<R>(rows: readonly R[]): readonly R[][] {
  const statements = Math.ceil(rows.length / rowsMax);
  return Array.from({ length: statements }, (_, each) => rows.slice(each * rowsMax, (each + 1) * rowsMax));
}
