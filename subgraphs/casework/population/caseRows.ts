import type { Blueprint, BlueprintCase } from "../../population/Blueprint.ts";
import { opaqueId } from "../../shell/opaqueId.ts";
import type { CaseDraft } from "./CaseDraft.ts";
import { caseEvents } from "./caseEvents.ts";
import { caseRelations } from "./caseRelations.ts";
import { drawCaseDates } from "./drawCaseDates.ts";
import { drawConference } from "./drawConference.ts";
import { drawConsent } from "./drawConsent.ts";
import { drawDeadlines } from "./drawDeadlines.ts";
import { drawMeasures } from "./drawMeasures.ts";
import { sentences } from "./sentences.ts";
import { staffOf } from "./staffOf.ts";

/** The rows of one synthetic case, by table. The same blueprint gives the same rows. */
export function caseRows(blueprint: Blueprint, agreed: BlueprintCase) {
  const faker = blueprint.random(`casework.${agreed.caseRef}`);
  const draft: CaseDraft = { blueprint, agreed, faker, dates: drawCaseDates(faker, agreed, blueprint.date) };
  const { caseRef } = agreed;
  const key = { caseRef, personRef: blueprint.personRef };
  const measures = drawMeasures(draft);
  const consent = drawConsent(draft);
  const conference = drawConference(draft);
  const decisions = decisionRows(draft);
  const decidedBy = decisions.at(0)?.decidedBy ?? null;
  const first = { ...key, position: 1 };
  return {
    record: recordRow(draft),
    events: caseEvents(draft, { conference, measures, consent, decidedBy }),
    decisions,
    conferences: conference === null ? [] : [{ id: opaqueId("CC", caseRef), ...first, ...conference }],
    measures: measures.map(({ addedOn: _, ...drawn }, index) => ({
      id: opaqueId("M", `${caseRef} ${index}`),
      ...key,
      position: index + 1,
      ...drawn,
    })),
    consents:
      consent === null
        ? []
        : [{ id: opaqueId("PC", caseRef), ...first, version: consent.answeredOn === null ? 1 : 2, ...consent }],
    deadlines: drawDeadlines(draft).map((drawn, index) => ({
      id: opaqueId("DL", `${caseRef} ${index}`),
      ...key,
      ...drawn,
    })),
    relations: caseRelations(draft, measures, consent),
  };
}

function recordRow({ blueprint, agreed, dates, faker }: CaseDraft) {
  const { caseRef, state, rrk, openedOn, closedOn, ground, proposedBy } = agreed;
  return {
    caseRef,
    personRef: blueprint.personRef,
    state,
    rrk,
    lead: dates.checkedOn === null ? null : staffOf(faker, rrk),
    openedOn,
    closedOn,
    ground,
    proposedBy,
    proposalReason: faker.helpers.arrayElement(sentences.proposal[ground]),
  };
}

function decisionRows({ blueprint, agreed, dates, faker }: CaseDraft) {
  const { caseRef, rrk } = agreed;
  const decidedOn = dates.admittedOn ?? dates.rejectedOn;
  if (decidedOn === null) return [];
  const outcome = dates.admittedOn === null ? ("REJECT" as const) : ("ADMIT" as const);
  return [
    {
      id: opaqueId("AD", caseRef),
      caseRef,
      personRef: blueprint.personRef,
      position: 1,
      outcome,
      reason: faker.helpers.arrayElement(sentences[outcome]),
      followsBand: null,
      decidedBy: staffOf(faker, rrk),
      decidedOn,
      seenAssessment: null,
    },
  ];
}
