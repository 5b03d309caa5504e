import { sql } from "drizzle-orm";
import { conductReportOrigin } from "../conductReportOrigin.ts";
import type { ConductEvent } from "./readProposal.ts";

interface ProposedCase {
  readonly caseRef: string;
  readonly personRef: string;
}

/** Rows of the reports that a proposal brings: assessments of the proposing office that no reviewer has confirmed yet. */
export function conductReportRows(
  { caseRef, personRef }: ProposedCase,
  sourceOffice: string,
  events: readonly ConductEvent[],
) {
  return events.map(({ date, category, fileRef }, index) => ({
    ...conductReportOrigin(sourceOffice),
    factId: `SC-${caseRef}-${index + 1}`,
    personRef,
    sourceFileRef: fileRef,
    eventDate: date,
    recordedAt: sql`now()`,
    lastChangedAt: sql`now()`,
    category,
    reviewed: false,
  }));
}
