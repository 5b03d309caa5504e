import { and, asc, inArray } from "drizzle-orm";
import { keptOn } from "../shell/keptOn.ts";
import { factReference, presentOffice, presentProvenance } from "../shell/presentFact.ts";
import { casePredicate } from "../shell/relationPredicate.ts";
import type { TypeResolvers } from "../shell/Subgraph.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { caseworkFacts } from "./facts/caseworkFacts.ts";
import { loadConductReports } from "./loadConductReports.ts";
import type { PersonReference } from "./PersonReference.ts";
import { subjectRequests } from "./rights/subjectRequests.ts";
import { caseRecord } from "./tables.ts";

/** Fields of `Person` that case work knows. */
export const personResolvers: TypeResolvers = {
  __resolveReference: ({ personRef }: PersonReference) => ({ personRef }),
  cases,
  socialConductReports,
  subjectRequests,
  caseworkFacts,
};

/** Cases of the person that the grant reaches: a relation to the person does not show every case. */
async function cases({ personRef }: PersonReference, _args: unknown, context: SubgraphContext) {
  const { database, grant } = context;
  const rows = await context.loadRows(
    "casework.casesOfPerson",
    personRef,
    (personRefs) =>
      database
        .select({ caseRef: caseRecord.caseRef, personRef: caseRecord.personRef })
        .from(caseRecord)
        .where(
          and(
            inArray(caseRecord.personRef, [...personRefs]),
            keptOn(caseRecord, grant.date),
            casePredicate(grant, "CASE", caseRecord.caseRef, caseRecord.personRef),
          ),
        )
        .orderBy(asc(caseRecord.caseRef)),
    (row) => row.personRef,
  );
  return rows.map(({ caseRef }) => ({ caseRef }));
}

async function socialConductReports(person: PersonReference, _args: unknown, context: SubgraphContext) {
  const reports = await loadConductReports(context, person);
  return reports.map((row) => ({
    id: row.factId,
    sourceOffice: presentOffice(row.sourceOffice),
    date: row.eventDate,
    category: row.category,
    reviewed: row.reviewed,
    factReferences: [factReference(row)],
    provenance: presentProvenance(row),
  }));
}
