const patterns: Readonly<Record<string, RegExp>> = {
  "DD.MM.YYYY": /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})$/,
  "DD.MM.YY": /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<short>\d{2})$/,
  "YYYY-MM-DD": /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/,
  YYYYMMDD: /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
  "MM.YYYY": /^(?<month>\d{1,2})\.(?<year>\d{4})$/,
  "YYYY-MM": /^(?<year>\d{4})-(?<month>\d{2})$/,
  YYYY: /^(?<year>\d{4})$/,
};

/** Day 0 of the calendar of spreadsheets, in which 1900 has a 29 February: right from 1 March 1900 on. */
const spreadsheetStart = Date.UTC(1899, 11, 30);
const dayMilliseconds = 86_400_000;

/**
 * A day in one of the forms, as `YYYY-MM-DD`, or of a form that knows less of it `YYYY-MM` or `YYYY`. A part that is written `00`, as
 * registers do for one that is not known, is not known.
 *
 * @returns null for a day in none of them, or that is in no calendar. A year of two digits is of this century only where that has passed
 */
export function readDay(text: string, forms: readonly string[], today: string): string | null {
  for (const form of forms) {
    const day = form === "EXCEL" ? ofSpreadsheet(text) : ofForm(text, form, today);
    if (day !== null) return day;
  }
  return null;
}

function ofForm(text: string, form: string, today: string): string | null {
  const parts = patterns[form]?.exec(text)?.groups;
  if (parts === undefined) return null;
  const { short, month = "00", day = "00" } = parts;
  const century = Number(`20${short}`) > Number(today.slice(0, 4)) ? "19" : "20";
  const year = parts.year ?? `${century}${short}`;
  const known = [year, month.padStart(2, "0"), day.padStart(2, "0")];
  const partial = known.slice(0, known[1] === "00" ? 1 : known[2] === "00" ? 2 : 3);
  if (known[1] === "00" && known[2] !== "00") return null;
  return isInCalendar(partial) ? partial.join("-") : null;
}

function isInCalendar([year = "", month = "01", day = "01"]: readonly string[]): boolean {
  const at = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return Number(year) >= 1000 && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(`${year}-${month}-${day}`);
}

function ofSpreadsheet(text: string): string | null {
  if (!/^\d{2,6}(\.\d+)?$/.test(text)) return null;
  return new Date(spreadsheetStart + Math.floor(Number(text)) * dayMilliseconds).toISOString().slice(0, 10);
}
