import type { Source } from "../profiles/Profile.ts";
import type { Fault } from "./Fault.ts";
import type { RawItem } from "./Item.ts";
import { readDay } from "./readDay.ts";
import { valueClassOf } from "./valueClassOf.ts";

/** A value that was read; undefined where there is none and none is needed. */
export type ReadValue = { readonly value: unknown } | { readonly fault: Fault };

/** Days of the calendar of spreadsheets before 1 January 1970. */
const daysToUnixEpoch = 25_569;

type FromColumns = Extract<Source, { readonly columns: unknown }>;

/** Reads one value of an item as the profile says. */
export function readValue(raw: RawItem, source: Source, today: string): ReadValue {
  if ("value" in source) return { value: source.value };
  const { columns, join, required, charactersMax } = source;
  const found = columns.map((column) => [column, raw[column]?.trim() ?? ""] as const);
  const given = found.filter(([, text]) => text !== "");
  const [first] = given;
  if (first === undefined || (join !== undefined && given.length < columns.length)) {
    const missing = found.find(([, text]) => text === "")?.[0] ?? null;
    return required
      ? fault(missing, missing === null ? undefined : raw[missing], "VALUE_MISSING")
      : { value: undefined };
  }
  const [column, text] = join === undefined ? first : [columns.join(join), given.map(([, each]) => each).join(join)];
  if (text.length > charactersMax) return fault(column, text, "VALUE_TOO_LONG");
  if (!text.isWellFormed() || /[\p{Cc}\uFFFD]/u.test(text)) return fault(column, text, "NOT_TEXT");
  return convert(column, text, source, today);
}

function convert(column: string, text: string, source: FromColumns, today: string): ReadValue {
  const { as, forms, separator } = source;
  if (as === "list") {
    const members = text.split(separator).map((each) => each.trim());
    const translated = members.map((each) => translate(each, source));
    return translated.includes(null) ? fault(column, text, "CODE_UNKNOWN") : { value: translated };
  }
  if (as === "day" || as === "partial-day") {
    const day = readDay(text, forms, today);
    const isWhole = day !== null && day.length === "YYYY-MM-DD".length;
    return day === null || (as === "day" && !isWhole) ? fault(column, text, "DAY_UNREADABLE") : { value: day };
  }
  if (as === "instant") return instant(column, text, forms, today);
  if (as === "whole")
    return /^\d{1,6}$/.test(text) ? { value: Number(text) } : fault(column, text, "NUMBER_UNREADABLE");
  if (as === "yes-no") {
    if (source.yes.includes(text)) return { value: true };
    return source.no.includes(text) ? { value: false } : fault(column, text, "YES_OR_NO_UNREADABLE");
  }
  const translated = translate(text, source);
  return translated === null ? fault(column, text, "CODE_UNKNOWN") : { value: translated };
}

/** The sender's code in the words of the contract; null for one that the profile does not translate. */
function translate(text: string, { codes }: FromColumns): string | null {
  if (codes === undefined) return text;
  return Object.hasOwn(codes, text) ? (codes[text] ?? null) : null;
}

/** An instant by RFC 3339, or a day and a time of the wall clock in Germany, which is taken as it is written: it orders versions. */
function instant(column: string, text: string, forms: readonly string[], today: string): ReadValue {
  if (forms.includes("EXCEL") && /^\d{5}(\.\d+)?$/.test(text)) return { value: instantOfSpreadsheet(Number(text)) };
  const [day = "", time = "00:00:00", ...more] = text.split(/[T ]/);
  const read = readDay(day, forms, today);
  const clock = /^(\d{2}:\d{2})(:\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/.exec(time);
  if (read?.length !== "YYYY-MM-DD".length || clock === null || more.length > 0)
    return fault(column, text, "DAY_UNREADABLE");
  const at = new Date(`${read}T${clock[1]}${clock[2] ?? ":00"}${clock[3] ?? "Z"}`);
  return Number.isNaN(at.getTime()) ? fault(column, text, "DAY_UNREADABLE") : { value: at.toISOString() };
}

/** To the second: a spreadsheet keeps a fraction of the day, and not all of its digits. */
function instantOfSpreadsheet(days: number): string {
  const seconds = Math.round((days - daysToUnixEpoch) * 86_400);
  return new Date(seconds * 1000).toISOString();
}

function fault(column: string | null, text: string | undefined, reason: Fault["reason"]): ReadValue {
  return { fault: { column, valueClass: valueClassOf(text), reason } };
}
