import { plausibleDays } from "../../shell/calendar/plausibleDays.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";

const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * A date of birth as far as it is known: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. What is not known is not filled in.
 *
 * @param today date of the question: nobody is born after it
 * @throws SubgraphError INVALID_INPUT for what is no date of the calendar, lies before what is plausible or after `today`
 */
export function readPartialDate(given: string | null, field: string, today: string): string | null {
  if (given === null) return null;
  const [, year, month = "01", day = "01"] = pattern.exec(given) ?? [];
  const first = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const isInCalendar = !Number.isNaN(first.getTime()) && first.toISOString().startsWith(`${year}-${month}-${day}`);
  if (isInCalendar && given >= plausibleDays.first.slice(0, given.length) && given <= today.slice(0, given.length))
    return given;
  const sentence = "Write a date of birth as YYYY-MM-DD, YYYY-MM or YYYY, as far as it is known.";
  throw new SubgraphError("INVALID_INPUT", sentence, field);
}
