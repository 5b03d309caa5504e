import { addDays } from "../../shell/calendar/addDays.ts";
import type { CaseDraft } from "./CaseDraft.ts";
import { dateBetween } from "./dateBetween.ts";

/** Deadline of a synthetic case. */
export interface DrawnDeadline {
  readonly subject: string;
  readonly norm: string;
  readonly setOn: string;
  readonly dueOn: string;
}

const kinds = [
  { subject: "Stellungnahme zur Anhörung", norm: "§ 28 VwVfG", days: 14 },
  { subject: "Klage gegen die Ausweisungsverfügung", norm: "§ 74 (1) VwGO", days: 30 },
  { subject: "Wiedervorlage: Einvernehmen der Staatsanwaltschaft", norm: "§ 72 (4) AufenthG", days: 28 },
  { subject: "Wiedervorlage: Stand der Passersatzbeschaffung", norm: "§ 48 AufenthG", days: 42 },
] as const;

/** Up to two deadlines that an open case has yet to meet, by the population's date. */
export function drawDeadlines({ blueprint, agreed, dates, faker }: CaseDraft): readonly DrawnDeadline[] {
  if (agreed.closedOn !== null) return [];
  return faker.helpers.arrayElements(kinds, { min: 0, max: 2 }).map(({ subject, norm, days }) => ({
    subject,
    norm,
    setOn: dateBetween(faker, dates.openedOn, dates.activeUntil),
    dueOn: addDays(blueprint.date, faker.number.int({ min: 1, max: days })),
  }));
}
