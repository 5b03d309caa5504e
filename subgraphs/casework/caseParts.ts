import { presentOffice, presentProvenance } from "../shell/presentFact.ts";
import { noteOpened } from "../shell/rating/noteOpened.ts";
import { requireEstimate } from "../shell/rating/requireEstimate.ts";
import type { TypeResolvers } from "../shell/Subgraph.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import type { admissionDecision, caseConference, caseEvent, deadline, measure, prosecutorConsent } from "./tables.ts";

/**
 * What tells of a score, of a decision that was made with one in sight: closed before an own estimate that the case was drawn for, and
 * whoever reads it has opened the score.
 *
 * @throws from the resolver SubgraphError CONFLICT where an own estimate comes first
 */
function onceOpened<V>(read: (row: Row<typeof admissionDecision>) => V) {
  return async (row: Row<typeof admissionDecision>, _args: unknown, context: SubgraphContext): Promise<V> => {
    if (row.seenAssessment === null) return read(row);
    const judged = { type: "Case", key: row.caseRef } as const;
    await requireEstimate(context, judged);
    await noteOpened(context, judged);
    return read(row);
  };
}

type Row<T extends { readonly $inferSelect: unknown }> = T["$inferSelect"];

/** The facts that belong to a case, by type. Fields that are named as their column need no resolver. */
export const caseParts: Readonly<Record<string, TypeResolvers>> = {
  CaseEvent: {
    at: ({ recordedAt }: Row<typeof caseEvent>) => recordedAt,
    on: ({ eventDate }: Row<typeof caseEvent>) => eventDate,
    kind: ({ eventKind }: Row<typeof caseEvent>) => eventKind,
    office: ({ sourceOffice }: Row<typeof caseEvent>) => presentOffice(sourceOffice),
    provenance: presentProvenance,
  },
  AdmissionDecision: {
    id: ({ factId }: Row<typeof admissionDecision>) => factId,
    decidedOn: ({ eventDate }: Row<typeof admissionDecision>) => eventDate,
    followsBand: onceOpened(({ followsBand }) => followsBand),
    reason: onceOpened(({ reason }) => reason),
    confirmationReason: onceOpened(({ confirmationReason }) => confirmationReason),
    provenance: presentProvenance,
  },
  CaseConference: {
    id: ({ factId }: Row<typeof caseConference>) => factId,
    on: ({ eventDate }: Row<typeof caseConference>) => eventDate,
    participants: ({ participants }: Row<typeof caseConference>) => participants.map(presentOffice),
    provenance: presentProvenance,
  },
  Measure: {
    id: ({ factId }: Row<typeof measure>) => factId,
    kind: ({ measureKind }: Row<typeof measure>) => measureKind,
    office: ({ office }: Row<typeof measure>) => presentOffice(office),
    provenance: presentProvenance,
  },
  ProsecutorConsent: {
    id: ({ factId }: Row<typeof prosecutorConsent>) => factId,
    office: ({ office }: Row<typeof prosecutorConsent>) => presentOffice(office),
    provenance: presentProvenance,
  },
  Deadline: { id: ({ factId }: Row<typeof deadline>) => factId, provenance: presentProvenance },
};
