import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { presentOffice } from "../shell/presentFact.ts";
import type { TypeResolvers } from "../shell/Subgraph.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import type { AccessRecordRow } from "./selectRecords.ts";
import { keyRow, operation, subject } from "./tables.ts";
import { subjectVisible } from "./visibility.ts";

/** Fields of an access record that are not columns as they stand. */
export const accessRecordFields: TypeResolvers = {
  office: (record: AccessRecordRow) => presentOffice(record.office),
  tested: (record: AccessRecordRow) => record.decision?.tested ?? [],
  withheld: (record: AccessRecordRow) => record.withheld.map((position) => record.decision?.withheld[position]),
  askedCases: loadAskedCases,
  subjects: loadSubjects,
};

/** The cases that a record's operation asked for; one statement for all records of the request. */
async function loadAskedCases({ id, askedCaseTokens }: AccessRecordRow, _args: unknown, context: SubgraphContext) {
  if (askedCaseTokens.length === 0) return [];
  const rows = await context.loadRows(
    "audit.askedCases",
    id,
    (ids) =>
      context.database
        .select({ operationId: operation.id, caseRef: keyRow.value })
        .from(operation)
        .innerJoin(keyRow, sql`${keyRow.token} = ANY (${operation.askedCaseTokens})`)
        .where(inArray(operation.id, [...ids]))
        .orderBy(asc(operation.id), sql`array_position(${operation.askedCaseTokens}, ${keyRow.token})`),
    (row) => row.operationId,
  );
  return rows.map(({ caseRef }) => caseRef);
}

/** The data subjects of a record; one statement for all records of the request. */
async function loadSubjects(record: AccessRecordRow, _args: unknown, context: SubgraphContext) {
  const rows = await context.loadRows(
    "audit.subjects",
    record.id,
    (ids) =>
      context.database
        .select({ subject, personRef: keyRow.value })
        .from(subject)
        .leftJoin(keyRow, eq(keyRow.token, subject.token))
        .where(and(inArray(subject.operationId, [...ids]), subjectVisible(context.grant, keyRow.value)))
        .orderBy(asc(subject.operationId), asc(subject.place)),
    (row) => row.subject.operationId,
  );
  const coordinateAt = (position: number) => record.decision?.coordinates[position];
  return rows.map(({ subject: { positions, withheld, facts }, personRef }) => ({
    personRef,
    disclosures: positions.map((position) => ({
      coordinate: coordinateAt(position),
      rules: record.decision?.rules[position] ?? [],
    })),
    withheld: withheld.map(coordinateAt),
    facts: facts.map(([factId, version, tag, from]) => ({
      fact: factId,
      version,
      tag,
      coordinates: from.map(coordinateAt),
    })),
  }));
}
