import { and, getTableName, inArray, type SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { keptOn } from "./keptOn.ts";
import type { RecordTable, RecordType } from "./RecordType.ts";
import { recordPredicate } from "./relationPredicate.ts";
import type { SubgraphContext } from "./SubgraphContext.ts";

/**
 * Records of a person that the grant lets through for a category, one statement for all persons of a page. Categories that
 * are granted alike share it.
 *
 * @param condition what the record must be besides, on the date of the question
 */
export function loadRecords<T extends RecordTable>(
  context: SubgraphContext,
  record: RecordType<T>,
  category: string,
  personRef: string,
  condition: SQL | undefined,
  ...order: readonly SQL[]
): Promise<readonly T["$inferSelect"][]> {
  const { database, grant } = context;
  const { table } = record;
  const scope = grant.reading(category).map(({ when, unless }) => [when, unless]);
  return context.loadRows(
    `records.${getTableName(table)} ${JSON.stringify(scope)}`,
    personRef,
    async (personRefs) =>
      (await database
        .select()
        .from(table as PgTable)
        .where(
          and(
            inArray(table.personRef, [...personRefs]),
            keptOn(table, grant.date),
            condition,
            recordPredicate(grant, category, record),
          ),
        )
        .orderBy(...order)) as T["$inferSelect"][],
    (row) => (row as { readonly personRef: string }).personRef,
  );
}
