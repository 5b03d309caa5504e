import { sql } from "drizzle-orm";
import { opaqueId } from "../../shell/opaqueId.ts";
import { conductReportOrigin } from "../conductReportOrigin.ts";
import type { ConductEvent } from "./readProposal.ts";

/** Rows of the reports that a proposal brings: assessments of the proposing office that no reviewer has confirmed yet. */
export function conductReportRows(personRef: string, sourceOffice: string, events: readonly ConductEvent[]) {
  return events.map(({ date, category, fileRef }) => ({
    ...conductReportOrigin(sourceOffice),
    factId: opaqueId("SC"),
    personRef,
    sourceFileRef: fileRef,
    eventDate: date,
    recordedAt: sql`now()`,
    lastChangedAt: sql`now()`,
    category,
    reviewed: false,
  }));
}
