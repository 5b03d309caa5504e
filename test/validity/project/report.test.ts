import { inflateSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import type { Gathered } from "../../../validity/project/Gathered.ts";
import { makeProjectReport } from "../../../validity/project/makeProjectReport.ts";
import type { ProjectReport, ProjectTable } from "../../../validity/project/ProjectReport.ts";
import { renderCsv } from "../../../validity/project/pages/renderCsv.ts";
import { renderProjectPage } from "../../../validity/project/pages/renderProjectPage.ts";
import { renderProjectPdf } from "../../../validity/project/pages/renderProjectPdf.ts";

const gathered: Gathered = {
  from: "2026-03-01",
  to: "2026-08-31",
  simulation: { seed: 7, persons: 60, cases: 3, assumptions: ["Alles ist erfunden."] },
  validity: {
    on: "2026-09-01",
    groupsUntil: "2026-08-31",
    engineVersion: "1",
    catalogueVersions: ["demo-1"],
    notice: { de: "Demonstration.", en: "Demonstration." },
    sections: [],
  },
  workingTime: [
    { rrk: "RRK_KOELN", step: "checkProposal", month: "2026-03", steps: 40, minutes: 1600, minutesSquared: 72_000 },
    { rrk: "RRK_MUENSTER", step: "addMeasure", month: "2026-03", steps: 10, minutes: 900, minutesSquared: 90_000 },
  ],
  caseStatistics: [{ row: "ADMITTED", column: "RRK_KOELN", count: null }],
  decisionStatistics: [],
  criteria: [{ id: "C-A1", question: "Ausweisungsinteresse?", norm: "§ 54 AufenthG", evidenceSource: "BZR" }],
  refusals: [{ code: "CONFLICT", count: 4 }],
  answerTimes: [
    { upTo: 10, count: 94 },
    { upTo: 500, count: 6 },
  ],
  rules: 100,
  deviations: 9,
  rrks: [
    { id: "RRK_KOELN", name: "RRK Köln" },
    { id: "RRK_MUENSTER", name: "RRK Münster" },
  ],
  linkage: { wrong: 0, links: 80_180, asked: 55_355, descriptions: 200_000 },
};

let report: ProjectReport;
let tables: readonly ProjectTable[];
beforeAll(() => {
  report = makeProjectReport(gathered);
  tables = report.parts.flatMap(({ sections }) => sections).flatMap((section) => section.tables);
});

function row(table: string, label: string) {
  return tables.find(({ id }) => id === table)?.rows.find((each) => each.label === label);
}

describe("The project report", () => {
  test("has the decree's four parts, and tables of different names", () => {
    expect(report.parts.map(({ letter }) => letter)).toEqual(["a", "b", "c", "d"]);
    expect(new Set(tables.map(({ id }) => id)).size).toBe(tables.length);
  });

  test("says of every figure that is not there why, in words", () => {
    const silent = tables.flatMap(({ id, rows }) =>
      rows.flatMap((each) => (each.value === null && each.caveat === "" ? [id] : [])),
    );
    expect(silent).toEqual([]);
    expect(row("rrk-decideadmission", "RRK Köln")).toMatchObject({ value: null, caveat: "Daten reichen nicht" });
    expect(row("faelle-admitted", "RRK Köln")).toMatchObject({
      value: null,
      caveat: "unterdrückt: unter fünf Personen",
    });
  });

  test("shows a mean with its count and interval, and marks it as thin under 30 steps", () => {
    expect(row("rrk-checkproposal", "RRK Köln")).toMatchObject({ value: 40, base: 40, caveat: "" });
    expect(row("minuten-muenster", "Maßnahme anlegen")).toMatchObject({
      value: 90,
      base: 10,
      caveat: "Daten reichen nicht: unter 30 Schritten",
    });
  });

  test("plans the split post by a planning value: twice the measured minutes change nothing of it", () => {
    const twice = {
      ...gathered,
      workingTime: gathered.workingTime.map((cell) => ({ ...cell, minutes: 2 * cell.minutes })),
    };
    const split = (of: ProjectReport) =>
      of.parts
        .flatMap(({ sections }) => sections)
        .flatMap((section) => section.tables)
        .find(({ id }) => id === "stellen-aufwand")
        ?.rows.filter(({ label }) => label.startsWith("geteilte Stelle"));
    expect(split(report)?.map(({ value }) => value)).toEqual([(10 * 120 * 1.15) / 47_500, (10 * 120 * 1.15) / 47_500]);
    expect(split(makeProjectReport(twice))).toEqual(split(report));
  });

  test("takes the quantiles of the answer times from the bins", () => {
    expect([row("antwortzeiten", "p50")?.value, row("antwortzeiten", "p95")?.value]).toEqual([10, 500]);
  });
});

describe("As a page", () => {
  test("every shown figure of a simulation says so beside it, and its assumptions are listed", () => {
    const page = renderProjectPage(report);
    const shown = tables.flatMap(({ rows }) => rows).filter(({ value }) => value !== null).length;
    expect(page.split("<td>Simulation").length - 1).toBe(shown);
    expect(page).toContain("Alles ist erfunden.");
    expect(renderProjectPage({ ...report, simulation: null })).not.toContain("<td>Simulation");
  });

  test("runs no script, asks nothing of the network, and links the data of each plot", () => {
    const page = renderProjectPage(report);
    expect(page).not.toMatch(/<script|https?:\/\//);
    for (const { id } of tables) expect(page).toContain(`href="daten/${id}.csv"`);
  });
});

test("As CSV a table is RFC 4180, with an empty cell where there is no figure", () => {
  const table = tables.find(({ id }) => id === "faelle-admitted");
  if (table === undefined) throw new Error("The table is there.");
  expect(renderCsv(table, report.simulation).split("\r\n").slice(0, 2)).toEqual([
    'Bezeichnung,"Anzahl, auf fünf gerundet",unten,oben,Intervall,–,Vorbehalt,Herkunft',
    'RRK Köln,,,,,,unterdrückt: unter fünf Personen,"Simulation, Startwert 7"',
  ]);
});

describe("As PDF", () => {
  let text: string;
  beforeAll(async () => {
    text = (await renderProjectPdf(report)).toString("latin1");
  });

  test("it is tagged, says its language and title, and is A4", () => {
    for (const part of [
      "/MarkInfo",
      "/Marked true",
      "/StructTreeRoot",
      "/Lang (de-DE)",
      "/DisplayDocTitle true",
      "[0 0 595.28 841.89]",
    ])
      expect(text).toContain(part);
  });

  test("it has headings, header cells of tables, lists, and a text for every plot", () => {
    const count = (kind: string) => text.split(`/S /${kind}\n`).length - 1;
    expect([count("H1"), count("H2"), count("Table"), count("Figure")]).toEqual([1, 4, tables.length, tables.length]);
    expect(count("TH")).toBe(tables.reduce((sum, { rows }) => sum + 5 + rows.length, 0));
    expect(text.split("/Alt ").length - 1).toBe(tables.length);
  });

  test("its fonts are embedded, and none of a reader's own is used", () => {
    expect(text.split("/FontFile2").length - 1).toBe(2);
    expect(text).not.toContain("/BaseFont /Helvetica");
    expect(inflateSync(inflatable(text)).length).toBeGreaterThan(0);
  });
});

/** The first compressed stream of the file. */
function inflatable(text: string): Buffer {
  const begin = text.indexOf("stream\n", text.indexOf("/FlateDecode")) + "stream\n".length;
  return Buffer.from(text.slice(begin, text.indexOf("\nendstream", begin)), "latin1");
}
