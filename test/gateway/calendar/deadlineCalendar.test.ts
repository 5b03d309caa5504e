import { expect, test } from "vitest";
import { deadlineCalendar } from "../../../gateway/calendar/deadlineCalendar.ts";

const deadlines = [
  {
    id: "DL-1",
    caseRef: "FM-2026-0001",
    subject: "Klage gegen die Ausweisungsverfügung; Wiedervorlage, Rücksprache",
    norm: "§ 74 (1) VwGO",
    dueOn: "2026-07-20",
  },
];
const calendar = deadlineCalendar(deadlines, new Date("2026-06-15T10:00:00Z"));

/** RFC 5545, section 3.1: lines end with CRLF, and one that begins with a space goes on with the one before. */
const unfolded = calendar.replaceAll("\r\n ", "").split("\r\n");

test("A deadline is an event of the whole of its last day, the same in every download", () => {
  expect(unfolded).toEqual(
    expect.arrayContaining([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "UID:DL-1@sichtfeld",
      "DTSTAMP:20260615T100000Z",
      "DTSTART;VALUE=DATE:20260720",
      "TRANSP:TRANSPARENT",
      "SUMMARY:FM-2026-0001: Klage gegen die Ausweisungsverfügung\\; Wiedervorlage\\, Rücksprache",
      "TRIGGER:-P7D",
      "END:VCALENDAR",
    ]),
  );
  expect(deadlineCalendar(deadlines, new Date("2026-06-15T10:00:00Z"))).toBe(calendar);
});

test("No line is longer than the 75 octets that a calendar program need read", () => {
  for (const line of calendar.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

test("What stands in no deadline stands in no event: who it is about", () => {
  expect(unfolded.filter((line) => /^(ATTENDEE|ORGANIZER|LOCATION|CONTACT)/.test(line))).toEqual([]);
});
