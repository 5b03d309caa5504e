import { and, asc, inArray } from "drizzle-orm";
import { presentOffice } from "../shell/presentFact.ts";
import type { TypeResolvers } from "../shell/Subgraph.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import type { AccessRecordRow } from "./queryAccessRecords.ts";
import { subject } from "./tables.ts";
import { subjectVisible } from "./visibility.ts";

/** Fields of an access record that are not columns as they stand. */
export const accessRecordFields: TypeResolvers = {
  office: (record: AccessRecordRow) => presentOffice(record.office),
  subjects: loadSubjects,
};

/** The data subjects of a record; one statement for all records of the request. */
async function loadSubjects(record: AccessRecordRow, _args: unknown, context: SubgraphContext) {
  const rows = await context.loadRows(
    "audit.subjects",
    record.id,
    (ids) =>
      context.database
        .select()
        .from(subject)
        .where(and(inArray(subject.operationId, [...ids]), subjectVisible(context.grant, subject.personRef)))
        .orderBy(asc(subject.operationId), asc(subject.place)),
    ({ operationId }) => operationId,
  );
  return rows.map(({ personRef, positions }) => ({
    personRef,
    disclosures: positions.map((position) => ({
      coordinate: record.coordinates[position],
      rules: record.rules[position],
    })),
  }));
}
