import type { Blueprint, BlueprintCase } from "../../population/Blueprint.ts";
import { caseFact } from "../caseFact.ts";
import { closingOutcomes } from "../codes.ts";
import { deletionDate } from "../deletionDate.ts";
import type { caseEvent } from "../tables.ts";
import type { CaseDraft } from "./CaseDraft.ts";
import { caseEvents } from "./caseEvents.ts";
import { caseRelations } from "./caseRelations.ts";
import { drawCaseDates } from "./drawCaseDates.ts";
import { type DrawnConference, drawConference } from "./drawConference.ts";
import { type DrawnConsent, drawConsent } from "./drawConsent.ts";
import { drawDeadlines } from "./drawDeadlines.ts";
import { drawMeasures } from "./drawMeasures.ts";
import { sentences } from "./sentences.ts";
import { staffOf } from "./staffOf.ts";

/** Events that change the state of a case. */
const changesOfState = ["PROPOSED", "CHECKED", "ADMITTED", "REJECTED", "SUSPENDED", "CLOSED"] as const;

/** The rows of one synthetic case, by table. The same blueprint gives the same rows. */
export function caseRows(blueprint: Blueprint, agreed: BlueprintCase) {
  const faker = blueprint.random(`casework.${agreed.caseRef}`);
  const draft: CaseDraft = { blueprint, agreed, faker, dates: drawCaseDates(faker, agreed, blueprint.date) };
  const measures = drawMeasures(draft);
  const consent = drawConsent(draft);
  const conference = drawConference(draft);
  const decisions = decisionRows(draft);
  const decidedBy = decisions.at(0)?.decidedBy ?? null;
  const events = caseEvents(draft, { conference, measures, consent, decidedBy });
  return {
    record: recordRow(draft, events),
    events,
    decisions,
    conferences: conference === null ? [] : [conferenceRow(draft, conference)],
    measures: measures.map(({ addedOn, kind, ...drawn }, index) => ({
      ...drawnFact(draft, "measure", agreed.rrk, addedOn, index),
      position: index + 1,
      measureKind: kind,
      ...drawn,
    })),
    consents: consent === null ? [] : [consentRow(draft, consent)],
    deadlines: drawDeadlines(draft).map(({ setOn, ...drawn }, index) => ({
      ...drawnFact(draft, "deadline", agreed.rrk, setOn, index),
      ...drawn,
    })),
    relations: caseRelations(draft, measures, consent),
  };
}

/** Each change of its state made a new version; the last of them is in force. */
function recordRow(draft: CaseDraft, events: readonly (typeof caseEvent.$inferInsert)[]) {
  const { agreed, dates, faker } = draft;
  const { state, rrk, openedOn, closedOn, ground, proposedBy } = agreed;
  const changes = events.filter(({ eventKind }) => (changesOfState as readonly string[]).includes(eventKind));
  const latest = changes.at(-1);
  if (latest === undefined) throw new Error("Every case was proposed.");
  return {
    ...drawnFact(draft, "case", latest.sourceOffice, latest.eventDate),
    version: changes.length,
    recordedAt: recordedOn(openedOn),
    state,
    rrk,
    lead: dates.checkedOn === null ? null : staffOf(faker, rrk),
    openedOn,
    closedOn,
    closingOutcome: state === "CLOSED" ? drawOutcome(draft) : null,
    ground,
    proposedBy,
    proposalReason: faker.helpers.arrayElement(sentences.proposal[ground]),
  };
}

/** Drawn apart from everything else. */
function drawOutcome({ blueprint, agreed }: CaseDraft) {
  return blueprint.random(`casework.outcome.${agreed.caseRef}`).helpers.arrayElement(closingOutcomes);
}

function decisionRows(draft: CaseDraft) {
  const { agreed, dates, faker } = draft;
  const decidedOn = dates.admittedOn ?? dates.rejectedOn;
  if (decidedOn === null) return [];
  const outcome = dates.admittedOn === null ? ("REJECT" as const) : ("ADMIT" as const);
  return [
    {
      ...drawnFact(draft, "decision", agreed.rrk, decidedOn),
      position: 1,
      outcome,
      reason: faker.helpers.arrayElement(sentences[outcome]),
      followsBand: null,
      decidedBy: staffOf(faker, agreed.rrk),
      seenAssessment: null,
      confirmation: "NOT_REQUIRED" as const,
    },
  ];
}

function conferenceRow(draft: CaseDraft, { on, ...drawn }: DrawnConference) {
  return { ...drawnFact(draft, "conference", draft.agreed.rrk, on), position: 1, ...drawn };
}

/** An answer is the second version, of the office that gave it. */
function consentRow(draft: CaseDraft, { recordedOn: on, ...drawn }: DrawnConsent) {
  const isAnswered = drawn.answeredOn !== null;
  return {
    ...drawnFact(draft, "consent", isAnswered ? drawn.office : draft.agreed.rrk, on),
    recordedAt: recordedOn(drawn.requestedOn ?? on),
    version: isAnswered ? 2 : 1,
    position: 1,
    ...drawn,
  };
}

function drawnFact(
  { blueprint, agreed }: CaseDraft,
  kind: Parameters<typeof caseFact>[0],
  office: string,
  on: string,
  index: number | null = null,
) {
  const { caseRef, state, closedOn } = agreed;
  return caseFact(kind, {
    caseRef,
    personRef: blueprint.personRef,
    office,
    on,
    at: recordedOn(on),
    deleteBy: deletionDate(state, closedOn),
    drawnFrom: index === null ? caseRef : `${caseRef} ${index}`,
  });
}

function recordedOn(day: string): string {
  return `${day}T12:00:00Z`;
}
