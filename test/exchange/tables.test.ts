import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { limits } from "../../exchange/limits.ts";
import { readDay } from "../../exchange/reading/readDay.ts";
import { ownFolder, runCommand } from "./setting.ts";

const folder = ownFolder();
afterAll(folder.remove);

const head =
  "DATENSATZ_ID;ART;STAND;VORGANGSNUMMER;EREIGNISDATUM;AUSSONDERUNG;KENNZEICHNUNG;DELIKTSGRUPPE;NACHNAME;VORNAMEN;GEBURTSNAME;GEBURTSDATUM;GEBURTSORT;STAATSANGEHOERIGKEIT";
const row = "DA-1;ERKENNTNIS;02.06.2026 08:15;LKA-1;20.05.2026;;Kennzeichnung;BTM;Müller;Jörg;;14.02.1996;;XXA";
const whole = `${head}\n${row}\n`;

let files = 0;

/** Tries a file that holds these bytes. */
function trial(content: string | Uint8Array, ...args: readonly string[]) {
  files += 1;
  const file = join(folder.path, `${files}.csv`);
  writeFileSync(file, content);
  return runCommand(["dataanalyzer-csv", file, "--dry-run", "--json", ...args]);
}

const latin1 = Buffer.from(whole, "latin1");
const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(whole)]);

describe("A file is read in the encoding that is declared, or refused whole", () => {
  // biome-ignore format: a table, a row a line
  const taken: readonly (readonly [string, string | Uint8Array, readonly string[]])[] = [
    ["UTF-8", whole, []],
    ["UTF-8 with a mark at its beginning", marked, []],
    ["UTF-8 with the line ends of Windows", whole.replaceAll("\n", "\r\n"), []],
    ["ISO-8859-1 that is declared so", latin1, ["--encoding", "ISO-8859-1"]],
    ["ASCII, whatever is declared", whole.replaceAll(/[üö]/g, "u"), ["--encoding", "ISO-8859-1"]],
  ];
  test.for(taken)("%s", async ([, content, args]) => {
    expect((await trial(content, ...args)).json).toMatchObject({ items: 1, accepted: 1, notTaken: {} });
  });

  // biome-ignore format: a table, a row a line
  const refused: readonly (readonly [string, string | Uint8Array, readonly string[], string])[] = [
    ["ISO-8859-1 that is declared as UTF-8", latin1, [], "say --encoding ISO-8859-1"],
    ["UTF-8 that is declared as ISO-8859-1", whole, ["--encoding", "ISO-8859-1"], "Say --encoding UTF-8"],
    ["UTF-8 with a mark that is declared as ISO-8859-1", marked, ["--encoding", "ISO-8859-1"], "Say --encoding UTF-8"],
    ["UTF-16", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(whole, "utf16le")]), [], "UTF-16"],
    ["a file that ends within a letter", Buffer.from(whole).subarray(0, Buffer.from(whole).indexOf("ü") + 1), [], "cut off"],
    ["a file that ends within a quoted value", `${head}\n${row.replace("Müller", '"Müll')}`, [], "cut off"],
    ["a file of another profile", "NAME;GEBURT\nMuster;1996\n", [], "lacks the columns NACHNAME"],
    ["a file with a column twice", `${head};ART\n${row};ERKENNTNIS\n`, [], "column ART twice"],
    ["an empty file", "", [], "is empty"],
    ["a row without an end", `${head}\n"${"x".repeat(limits.rowCharactersMax + 1000)}`, [], "quotation mark may be open"],
  ];
  test.for(refused)("refused: %s", async ([, content, args, told]) => {
    const { exitCode, errors, output } = await trial(content, ...args);
    expect([exitCode, output]).toEqual([1, ""]);
    expect(errors).toContain(told);
    expect(errors).not.toMatch(/Müll|Muster/);
  });

  test("a row that is cut off is told, and the others are read", async () => {
    const { json } = await trial(`${whole}${row.replace("DA-1", "DA-2")}\n${row.slice(0, 40)}`);
    expect(json).toMatchObject({ items: 3, accepted: 2, notTaken: { COLUMNS_DIFFER: 1 } });
    expect(json.faults).toMatchObject([{ row: 4, column: null, reason: "COLUMNS_DIFFER" }]);
  });
});

describe("A command that is called wrongly says how", () => {
  // biome-ignore format: a table, a row a line
  const calls: readonly (readonly [string, readonly string[], string])[] = [
    ["without anything", [], "Name a profile and a file or folder"],
    ["without a reason", ["dataanalyzer-csv", "x.csv"], "--reason"],
    ["with a profile that there is not", ["dataanalyser-csv", "x.csv", "--dry-run"], "Did you mean dataanalyzer-csv?"],
    ["with no sender", ["dataanalyzer-csv", "x.csv", "--reason", "Test"], "--token-file"],
    ["with an encoding that there is not", ["dataanalyzer-csv", "x.csv", "--dry-run", "--encoding", "EBCDIC"], "UTF-8 or ISO-8859-1"],
    ["with an option that there is not", ["dataanalyzer-csv", "x.csv", "--fast"], "--fast"],
  ];
  test.for(calls)("%s", async ([, args, told]) => {
    const { exitCode, errors } = await runCommand(args);
    expect(exitCode).toBe(2);
    expect(errors).toContain(told);
  });

  test("and with --help what there is", async () => {
    const { exitCode, output } = await runCommand(["--help"]);
    expect([exitCode, output]).toEqual([0, expect.stringContaining("npm run import -- retry")]);
  });

  test("with a file that is not there", async () => {
    const { exitCode, errors } = await runCommand(["dataanalyzer-csv", join(folder.path, "none.csv"), "--dry-run"]);
    expect([exitCode, errors]).toEqual([1, expect.stringContaining("ENOENT")]);
  });
});

// biome-ignore format: a table, a row a line
const days: readonly (readonly [string, string, string | null])[] = [
  ["14.02.1996", "DD.MM.YYYY", "1996-02-14"],
  ["1.2.1996", "DD.MM.YYYY", "1996-02-01"],
  ["29.02.1995", "DD.MM.YYYY", null],
  ["00.00.1990", "DD.MM.YYYY", "1990"],
  ["00.05.1990", "DD.MM.YYYY", "1990-05"],
  ["05.00.1990", "DD.MM.YYYY", null],
  ["05.1990", "MM.YYYY", "1990-05"],
  ["13.1990", "MM.YYYY", null],
  ["14.02.27", "DD.MM.YY", "1927-02-14"],
  ["14.02.26", "DD.MM.YY", "2026-02-14"],
  ["19960214", "YYYYMMDD", "1996-02-14"],
  ["45000", "EXCEL", "2023-03-15"],
  ["1996-02-14", "DD.MM.YYYY", null],
];
test.for(days)("%s, written as %s, is %s", ([text, form, day]) => {
  expect(readDay(text, [form], "2026-06-15")).toBe(day);
});
