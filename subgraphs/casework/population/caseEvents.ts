import { caseFact } from "../caseFact.ts";
import type { CaseEventKind } from "../codes.ts";
import { deletionDate } from "../deletionDate.ts";
import type { caseEvent } from "../tables.ts";
import type { CaseDraft } from "./CaseDraft.ts";
import type { DrawnConference } from "./drawConference.ts";
import type { DrawnConsent } from "./drawConsent.ts";
import type { DrawnMeasure } from "./drawMeasures.ts";
import { staffOf } from "./staffOf.ts";

type EventRow = typeof caseEvent.$inferInsert;

/** What happened in a case beside the changes of its state. */
interface Happenings {
  readonly conference: DrawnConference | null;
  readonly measures: readonly DrawnMeasure[];
  readonly consent: DrawnConsent | null;
  /** Who decided on admission; null where nobody has. */
  readonly decidedBy: string | null;
}

const officeOpensAtMinute = 8 * 60;
const minutesApart = 11;

/** The history of a synthetic case, oldest first. On one day the order is that in which such things follow each other. */
export function caseEvents({ blueprint, agreed, dates, faker }: CaseDraft, happened: Happenings): readonly EventRow[] {
  const { rrk, proposedBy, caseRef } = agreed;
  const { conference, measures, consent, decidedBy } = happened;
  const steps: readonly (readonly [CaseEventKind, string, string | null | undefined])[] = [
    ["PROPOSED", proposedBy, dates.openedOn],
    ["CHECKED", rrk, dates.checkedOn],
    ["ADMITTED", rrk, dates.admittedOn],
    ["CONFERENCE_HELD", rrk, conference?.on],
    ...measures.map(({ addedOn }) => ["MEASURE_ADDED", rrk, addedOn] as const),
    ["CONSENT_REQUESTED", rrk, consent?.requestedOn],
    ["CONSENT_ANSWERED", consent?.office ?? rrk, consent?.answeredOn],
    ["SUSPENDED", rrk, dates.suspendedOn],
    ["REJECTED", rrk, dates.rejectedOn],
    ["CLOSED", rrk, dates.closedOn],
  ];
  return steps
    .flatMap(([kind, office, on]) => (on === null || on === undefined ? [] : [{ kind, office, on }]))
    .sort((left, right) => left.on.localeCompare(right.on))
    .map(({ kind, office, on }, index) => ({
      ...caseFact("event", {
        caseRef,
        personRef: blueprint.personRef,
        office,
        on,
        at: `${on}T${timeOfDay(index)}Z`,
        deleteBy: deletionDate(agreed.state, agreed.closedOn),
        drawnFrom: `${caseRef} ${index}`,
      }),
      number: index + 1,
      eventKind: kind,
      by: (isDecision(kind) ? decidedBy : null) ?? staffOf(faker, office),
    }));
}

function isDecision(kind: CaseEventKind): boolean {
  return kind === "ADMITTED" || kind === "REJECTED";
}

function timeOfDay(index: number): string {
  const minute = officeOpensAtMinute + index * minutesApart;
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}:00`;
}
