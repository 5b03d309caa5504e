import type { InferInsertModel } from "drizzle-orm";
import type { relation } from "../../shell/tables.ts";
import type { DrawnRecords } from "./DrawnRecords.ts";

type RelationRow = InferInsertModel<typeof relation>;

/** Directory rows that a person's records make: police, prosecution and prison know the person from their own fact on. */
export function relationRows(records: DrawnRecords): readonly RelationRow[] {
  const police = [...records.findings, ...records.listings].map((row) => tie(row, "OWN_FINDING", row.eventDate, null));
  const prosecution = records.investigations
    .filter(({ state }) => state === "OPEN" || state === "CHARGED")
    .map((row) => tie(row, "OWN_INVESTIGATION", row.since, null));
  const prison = records.custodies.map((row) =>
    tie(row, "OWN_CUSTODY", row.begunOn, row.endedOn ?? row.expectedEnd ?? null),
  );
  return [...earliestPerReference(police), ...prosecution, ...prison];
}

function tie(
  fact: { readonly sourceOffice: string; readonly personRef: string; readonly sourceFileRef: string },
  kind: string,
  since: string,
  until: string | null,
): RelationRow {
  return { office: fact.sourceOffice, personRef: fact.personRef, kind, caseRef: fact.sourceFileRef, since, until };
}

function earliestPerReference(rows: readonly RelationRow[]): readonly RelationRow[] {
  const byReference = Map.groupBy(rows, ({ office, caseRef }) => `${office} ${caseRef}`);
  return [...byReference.values()].flatMap((same) =>
    same.toSorted((left, right) => left.since.localeCompare(right.since)).slice(0, 1),
  );
}
