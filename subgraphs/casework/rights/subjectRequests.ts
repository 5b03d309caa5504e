import { and, inArray } from "drizzle-orm";
import { keptOn } from "../../shell/keptOn.ts";
import { factReference, presentOffice, presentProvenance } from "../../shell/presentFact.ts";
import { personPredicate } from "../../shell/relationPredicate.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import type { PersonReference } from "../PersonReference.ts";
import { subjectRequest, subjectRequestEvent } from "../tables.ts";

/** Requests of the person that the grant reaches, oldest first, each with what was done. */
export async function subjectRequests({ personRef }: PersonReference, _args: unknown, context: SubgraphContext) {
  const { database, grant } = context;
  const { personRef: person, eventDate, factId } = subjectRequest;
  const rows = await context.loadRows(
    "casework.subjectRequests",
    personRef,
    (personRefs) =>
      database
        .select()
        .from(subjectRequest)
        .where(
          and(
            inArray(person, [...personRefs]),
            keptOn(subjectRequest, grant.date),
            personPredicate(grant, "SUBJECT_REQUEST", person),
          ),
        )
        .orderBy(person, eventDate, factId),
    (row) => row.personRef,
  );
  return rows.map((row) => ({
    id: row.factId,
    kind: row.requestKind,
    state: row.state,
    receivedOn: row.eventDate,
    dueOn: row.dueOn,
    forwardedTo: presentOffice(row.forwardedTo),
    history: () => history(row.factId, context),
    factReferences: [factReference(row)],
    provenance: presentProvenance(row),
  }));
}

async function history(requestId: string, context: SubgraphContext) {
  const { request, number } = subjectRequestEvent;
  const rows = await context.loadRows(
    "casework.subjectRequestHistory",
    requestId,
    (requests) =>
      context.database
        .select()
        .from(subjectRequestEvent)
        .where(and(inArray(request, [...requests]), keptOn(subjectRequestEvent, context.grant.date)))
        .orderBy(request, number),
    (row) => row.request,
  );
  return rows.map((row) => ({
    number: row.number,
    step: row.step,
    on: row.eventDate,
    by: row.by,
    note: row.note,
    factReferences: [factReference(row)],
    provenance: presentProvenance(row),
  }));
}
