import type { Faker } from "@faker-js/faker";
import { addDays } from "../../shell/calendar/addDays.ts";
import { daysBetween } from "../../shell/calendar/daysBetween.ts";
import { opaqueId } from "../../shell/opaqueId.ts";
import type { relation } from "../../shell/tables.ts";
import { assessmentFact } from "../assessmentFact.ts";
import { bands } from "../catalogue/bands.ts";
import type { blindRating, recordedAssessment } from "../tables.ts";

/** Share of the drawn cases that have been rated, and of the ratings that agree with the first. Both invented. */
const shares = { rated: 0.6, agreeing: 0.7 } as const;
const ratersMax = 3;
const reason = "Nach den Akten bewertet, ohne Kenntnis der ersten Bewertung.";

/** A drawn case: the tie of the office to it, and the rating where one was given. */
export interface SecondRating {
  readonly tie: typeof relation.$inferInsert;
  readonly rating: typeof blindRating.$inferInsert | null;
}

/**
 * The second rating of a drawn synthetic case as the mutations would have written it.
 *
 * @param date date of the population
 * @param isOpen whether it is still to be given, whatever chance says
 */
export function drawSecondRating(
  faker: Faker,
  recorded: typeof recordedAssessment.$inferInsert,
  date: string,
  isOpen: boolean,
): SecondRating {
  const { caseRef, personRef, sourceOffice: office, eventDate, expiresOn, evaluationRef, band } = recorded;
  const last = expiresOn < date ? expiresOn : date;
  const on = addDays(eventDate, faker.number.int({ min: 0, max: daysBetween(eventDate, last) }));
  const agrees = band !== null && band !== undefined && faker.datatype.boolean(shares.agreeing);
  const rating = {
    ...assessmentFact({ factId: opaqueId("BR", caseRef), caseRef, personRef, office, on, at: `${on}T10:00:00.000Z` }),
    rater: `${office}-R${faker.number.int({ min: 1, max: ratersMax })}`,
    band: agrees ? band : faker.helpers.arrayElement(bands),
    reason,
    evaluationRef,
  };
  const isRated = faker.datatype.boolean(shares.rated) && !isOpen;
  const until = isRated ? on : expiresOn;
  const tie = { office, personRef, kind: "SECOND_RATING", caseRef, since: eventDate, until };
  return { tie, rating: isRated ? rating : null };
}
