import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { limits } from "../../exchange/limits.ts";
import { xlsxRows } from "../../exchange/reading/xlsxRows.ts";
import { ownFolder, runCommand } from "./setting.ts";
import { zipOf } from "./zipOf.ts";

const folder = ownFolder();
afterAll(folder.remove);

const head = [
  "DATENSATZ_ID",
  "ART",
  "STAND",
  "VORGANGSNUMMER",
  "EREIGNISDATUM",
  "AUSSONDERUNG",
  "KENNZEICHNUNG",
  "DELIKTSGRUPPE",
  "NACHNAME",
  "VORNAMEN",
  "GEBURTSNAME",
  "GEBURTSDATUM",
  "GEBURTSORT",
  "STAATSANGEHOERIGKEIT",
];
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** A sheet of cells: texts are written in place, numbers as such, and what is empty is left out. */
function sheetOf(rows: readonly (readonly (string | number)[])[]): string {
  const written = rows.map((cells, row) => {
    const all = cells.map((value, column) => {
      const place = `${String.fromCharCode(65 + column)}${row + 1}`;
      if (value === "") return "";
      if (typeof value === "number") return `<c r="${place}"><v>${value}</v></c>`;
      return value.startsWith("#")
        ? `<c r="${place}" t="s"><v>${value.slice(1)}</v></c>`
        : `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
    });
    return `<row r="${row + 1}">${all.join("")}</row>`;
  });
  return `<worksheet ${main}><sheetData>${written.join("")}</sheetData></worksheet>`;
}

const finding = [
  "DA-1",
  "ERKENNTNIS",
  46175.34375,
  "LKA-1",
  46162,
  "",
  "#0",
  "BTM",
  "Müller",
  "Jörg",
  "",
  "14.02.1996",
  "",
  "XXA",
];
const texts = `<sst ${main}><si><r><t>§ 22b </t></r><r><t>PolG NRW</t></r></si></sst>`;
const sheet = "xl/worksheets/sheet1.xml";
const shared = "xl/sharedStrings.xml";

let files = 0;
function fileOf(bytes: Buffer | string): string {
  files += 1;
  const file = join(folder.path, `${files}.xlsx`);
  writeFileSync(file, bytes);
  return file;
}

const trial = (bytes: Buffer | string) => runCommand(["dataanalyzer-xlsx", fileOf(bytes), "--dry-run", "--json"]);

test("A workbook is read row by row: shared texts with their runs, days as numbers, empty cells as empty", async () => {
  const file = fileOf(zipOf({ [sheet]: sheetOf([head, finding]), [shared]: texts }));
  expect(await Array.fromAsync(xlsxRows(file))).toEqual([
    head,
    [
      "DA-1",
      "ERKENNTNIS",
      "46175.34375",
      "LKA-1",
      "46162",
      "",
      "§ 22b PolG NRW",
      "BTM",
      "Müller",
      "Jörg",
      "",
      "14.02.1996",
      "",
      "XXA",
    ],
  ]);
  expect((await runCommand(["dataanalyzer-xlsx", file, "--dry-run", "--json"])).json).toMatchObject({
    accepted: 1,
    notTaken: {},
  });
});

test("A finding without a label is refused in a workbook too", async () => {
  const unlabelled = finding.map((value) => (value === "#0" ? "" : value));
  expect((await trial(zipOf({ [sheet]: sheetOf([head, unlabelled]) }))).json).toMatchObject({
    accepted: 0,
    notTaken: { NOT_LABELLED: 1 },
  });
});

describe("A workbook that should not be unpacked is refused", () => {
  const whole = zipOf({ [sheet]: sheetOf([head, finding]), [shared]: texts });
  const zeros = Buffer.alloc(limits.workbookUnpackedBytesMax / 10, " ");
  // biome-ignore format: a table, a row a line
  const refused: readonly (readonly [string, () => Buffer | string, string])[] = [
    ["what is no workbook", () => "DATENSATZ_ID;ART\n", "is no XLSX"],
    ["what is cut off", () => whole.subarray(0, whole.length - 40), "is no XLSX"],
    ["what has no sheet", () => zipOf({ [shared]: texts }), "no XLSX with a first sheet"],
    ["a sheet that is cut off", () => zipOf({ [sheet]: sheetOf([head, finding]).slice(0, -20) }), "no XLSX that can be read"],
    ["a sheet with a document type", () => zipOf({ [sheet]: `<!DOCTYPE x [<!ENTITY a "b">]>${sheetOf([head])}` }), "DOCTYPE"],
    ["a bomb that says how large it is", () => zipOf({ [sheet]: "x" }, { [sheet]: limits.workbookUnpackedBytesMax + 1 }), "larger than"],
    ["a bomb that lies about its size", () => zipOf({ [sheet]: zeros }, { [sheet]: 100 }), "no XLSX"],
  ];
  test.for(refused)("%s", async ([, bytes, told]) => {
    const { exitCode, errors, output } = await trial(bytes());
    expect([exitCode, output, errors]).toEqual([1, "", expect.stringContaining(told)]);
  });
});
