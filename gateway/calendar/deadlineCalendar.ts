import ical, { ICalCalendarMethod, ICalEventTransparency } from "ical-generator";
import type { CalendarDeadline } from "./CalendarDeadline.ts";

/** Days before the end of a period on which a calendar reminds. */
const reminderDays = 7;

/**
 * The deadlines as an iCalendar (RFC 5545), each an event of its whole last day, with a reminder a week before.
 *
 * @param now stands in every event as the instant of the download
 */
export function deadlineCalendar(deadlines: readonly CalendarDeadline[], now: Date): string {
  const calendar = ical({
    name: "Sichtfeld: Fristen",
    prodId: { company: "Sichtfeld", product: "Fristen", language: "DE" },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const { id, caseRef, subject, norm, dueOn } of deadlines) {
    const event = calendar.createEvent({
      id: `${id}@sichtfeld`,
      start: new Date(`${dueOn}T00:00:00Z`),
      allDay: true,
      stamp: now,
      summary: `${caseRef}: ${subject}`,
      description: `Fristende (${norm}). Vor der Verwendung in Sichtfeld prüfen.`,
      // A period that ends keeps nobody from being asked to a meeting.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    event.createAlarm({ trigger: reminderDays * 86_400 });
  }
  return calendar.toString();
}
