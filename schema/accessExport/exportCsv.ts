import type { ExportedRecord, ExportedSubject } from "./ExportedRecord.ts";

type Cell = (record: ExportedRecord, subject: ExportedSubject | null) => string | number | null;

/** Columns in their order, which does not change: a new one comes last. Several values in a cell are separated by spaces. */
const columns: readonly (readonly [name: string, cell: Cell])[] = [
  ["id", ({ id }) => id],
  ["at", ({ at }) => at],
  ["recordedAt", ({ recordedAt }) => recordedAt],
  ["questionDate", ({ questionDate }) => questionDate],
  ["outcome", ({ outcome }) => outcome],
  ["refusalCode", ({ refusalCode }) => refusalCode],
  ["count", ({ count }) => count],
  ["kinds", ({ kinds }) => kinds.join(" ")],
  ["actor", ({ actor }) => actor],
  ["responsiblePerson", ({ responsiblePerson }) => responsiblePerson],
  ["office", ({ office }) => office],
  ["role", ({ role }) => role],
  ["recipient", ({ recipient }) => recipient],
  ["purpose", ({ purpose }) => purpose],
  ["purposeCode", ({ purposeCode }) => purposeCode],
  ["caseRef", ({ caseRef }) => caseRef],
  ["askedCases", ({ askedCases }) => askedCases.map((each) => each ?? "?").join(" ")],
  ["reason", ({ reason }) => reason],
  ["operationName", ({ operationName }) => operationName],
  ["operationHash", ({ operationHash }) => operationHash],
  ["document", ({ document }) => document],
  ["policyVersion", ({ policyVersion }) => policyVersion],
  ["catalogueVersion", ({ catalogueVersion }) => catalogueVersion],
  ["trace", ({ trace }) => trace],
  ["withheld", ({ withheld }) => withheld.map(({ coordinate }) => coordinate).join(" ")],
  ["tested", ({ tested }) => tested.join(" ")],
  ["incidents", ({ incidents }) => incidents.join(" ")],
  ["personRef", (_record, subject) => subject?.personRef ?? null],
  ["disclosed", (_record, subject) => subject?.disclosed.map(({ coordinate }) => coordinate).join(" ") ?? null],
  ["rules", (_record, subject) => [...new Set(subject?.disclosed.flatMap(({ rules }) => rules))].sort().join(" ")],
  ["withheldOfSubject", (_record, subject) => subject?.withheld.join(" ") ?? null],
  [
    "facts",
    (_record, subject) => subject?.facts.map((each) => `${each.fact}@${each.version}~${each.tag}`).join(" ") ?? null,
  ],
  ["log", ({ origin }) => origin],
  ["index", ({ index }) => index],
];

/** The line of names that a document begins with. */
export const csvHead = `${columns.map(([name]) => name).join(",")}\r\n`;

/** A line for each data subject of a record, or one where there is none; without the line of names. RFC 4180. */
export function exportCsv(records: readonly ExportedRecord[]): string {
  return records
    .flatMap((record) =>
      (record.subjects.length === 0 ? [null] : record.subjects).map((subject) => lineOf(record, subject)),
    )
    .join("");
}

function lineOf(record: ExportedRecord, subject: ExportedSubject | null): string {
  return `${columns.map(([, cell]) => quoted(String(cell(record, subject) ?? ""))).join(",")}\r\n`;
}

/** What spreadsheets take for the beginning of a formula, also behind blanks and in full width, where a text begins with it. */
const formula = /^[\s\p{Cf}]*[=+\-@\t\r\n＝＋－＠|%]/u;

function quoted(text: string): string {
  const harmless = formula.test(text) ? `'${text}` : text;
  return /[",\r\n;\t]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
