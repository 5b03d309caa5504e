import type { InferInsertModel } from "drizzle-orm";
import type { investigation } from "../tables.ts";

/** The provenance columns of a fact. */
type Provenance = Pick<
  InferInsertModel<typeof investigation>,
  | "factId"
  | "personRef"
  | "sourceOffice"
  | "sourceFileRef"
  | "eventDate"
  | "recordedAt"
  | "lastChangedAt"
  | "deleteBy"
  | "label"
  | "kind"
  | "evidenceHolder"
  | "subjectCategory"
  | "legalBasis"
>;

/** What differs from fact to fact. */
type Particulars = Pick<
  Provenance,
  "factId" | "personRef" | "sourceOffice" | "sourceFileRef" | "eventDate" | "subjectCategory" | "legalBasis"
> &
  Partial<Provenance>;

/** Provenance of a synthetic fact: recorded on the morning of the event, unchanged since, a fact unless said otherwise. */
export function provenance(particulars: Particulars): Provenance {
  const recordedAt = `${particulars.eventDate}T08:00:00Z`;
  return {
    recordedAt,
    lastChangedAt: recordedAt,
    deleteBy: null,
    label: null,
    kind: "FACT",
    evidenceHolder: null,
    ...particulars,
  };
}
