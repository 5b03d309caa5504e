import { populationDate } from "../../population/populationDate.ts";
import { daysCaughtUpMax } from "../../shell/announceDue.ts";
import { addDays } from "../../shell/calendar/addDays.ts";
import { addMonths } from "../../shell/calendar/addMonths.ts";
import { newsMonthsMax } from "../../shell/newsFunctions.ts";
import type { news } from "../../shell/tables.ts";
import type { caseEvent, prosecutorConsent } from "../tables.ts";
import { caseMachine } from "../workflow/caseMachine.ts";
import { newsOfEvent } from "../workflow/newsOfEvent.ts";
import type { Transition } from "../workflow/Transition.ts";

interface PopulatedCases {
  readonly events: readonly (typeof caseEvent.$inferInsert)[];
  readonly consents: readonly (typeof prosecutorConsent.$inferInsert)[];
}

const tellsOf = new Map(Object.values<Transition>(caseMachine).map(({ event, tells }) => [event, tells]));

/** What of the history of synthetic cases is news on the date of the population: what happened within the month before. */
export function recentNews({ events, consents }: PopulatedCases): readonly (typeof news.$inferInsert)[] {
  const since = addDays(populationDate, -daysCaughtUpMax);
  return events
    .filter(({ eventDate }) => eventDate > since && eventDate <= populationDate)
    .map(({ caseRef, personRef, number, eventKind, sourceOffice, eventDate, recordedAt }) => {
      const kind = newsOfEvent(eventKind);
      const asked = kind === "CONSENT_REQUESTED" ? consents.filter((consent) => consent.caseRef === caseRef) : [];
      return {
        occasion: `${kind} ${caseRef} ${number}`,
        kind,
        personRef,
        caseRef,
        tells: [...(tellsOf.get(eventKind) ?? [])],
        owners: asked.map(({ office }) => office),
        source: sourceOffice,
        on: eventDate,
        at: recordedAt,
        keptUntil: addMonths(eventDate, newsMonthsMax),
      };
    });
}
