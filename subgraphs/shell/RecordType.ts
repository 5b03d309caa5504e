import { getTableColumns } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { vocabulary } from "../../schema/vocabulary.ts";

const recordRelations: readonly string[] = Object.keys(vocabulary.recordRelations);

/** A table of records of persons; with `caseRef`, of their cases: then relations under that reference alone count. */
export interface RecordTable extends PgTable {
  readonly personRef: PgColumn;
  readonly deleteBy: PgColumn;
  readonly caseRef?: PgColumn;
}

/** A type whose records are judged one by one, on facts of their own. */
export interface RecordFacts {
  /** Names of the relations to the record, and of the facts of the record, that hold on a row for the holder of a grant. */
  factsOf(row: never, holder: string): readonly string[];
}

/**
 * A type of records that a table holds: some are the asking office's own, and facts that a prohibition names hold on some. The
 * one definition that both the condition in SQL and the facts of a row are made from. Columns go by their names on a row.
 */
export interface RecordType<T extends RecordTable = RecordTable> extends RecordFacts {
  readonly table: T;
  /** Columns that name offices: the record is their own. */
  readonly owners: readonly string[];
  /** Fact of the record (`schema/relations.yaml`, recordFacts) → column that says whether it holds. */
  readonly facts: Readonly<Record<string, string>>;
}

/** A type of record whose columns are held to those of its table. */
export function recordType<T extends RecordTable>(
  table: T,
  owners: readonly (keyof T["$inferSelect"] & string)[],
  facts: Readonly<Record<string, keyof T["$inferSelect"] & string>> = {},
): RecordType<T> {
  const factsOf = (row: Readonly<Record<string, unknown>>, holder: string) => [
    ...(owners.some((owner) => row[owner] === holder) ? recordRelations : []),
    ...Object.entries(facts).flatMap(([fact, column]) => (row[column] === true ? [fact] : [])),
  ];
  return { table, owners, facts, factsOf };
}

/** The column of that name on a row. */
export function columnOf({ table }: RecordType, name: string): PgColumn {
  const column = getTableColumns(table)[name];
  if (column === undefined) throw new Error(`There is no column ${name}.`);
  return column;
}

/**
 * What holds on one record for the holder of a grant: its own facts, and those with the facts of the person or case above it. No
 * record is the holder's own where it stands in no relation to that person or case.
 */
export function factsOfRecord(
  record: RecordFacts,
  row: object,
  holder: string,
  above: ReadonlySet<string>,
): { readonly own: ReadonlySet<string>; readonly all: ReadonlySet<string> } {
  const told = record.factsOf(row as never, holder);
  const own = new Set(isRelated(above) ? told : told.filter((fact) => !recordRelations.includes(fact)));
  return { own, all: above.union(own) };
}

/** What could hold on a record below a person or case: the facts of that, and that the record is the office's own. */
export function factsOfAnyRecord(above: ReadonlySet<string>): ReadonlySet<string> {
  return isRelated(above) ? above.union(new Set(recordRelations)) : above;
}

function isRelated(facts: ReadonlySet<string>): boolean {
  return [...facts].some((fact) => fact in vocabulary.relations);
}
