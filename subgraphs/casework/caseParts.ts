import { presentOffice, presentProvenance } from "../shell/presentFact.ts";
import type { TypeResolvers } from "../shell/Subgraph.ts";
import type { admissionDecision, caseConference, caseEvent, deadline, measure, prosecutorConsent } from "./tables.ts";

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
