import { expect, test } from "vitest";
import { measure } from "../../validity/measure.ts";
import { renderPage } from "../../validity/page/renderPage.ts";
import { simulateFeed } from "../../validity/simulateFeed.ts";

const on = "2026-06-15";
const report = measure(simulateFeed(120, 5, on), on);
const page = renderPage(report);
const tables = report.sections.flatMap((section) => section.tables);

test("The page is one file: it loads nothing and runs nothing", () => {
  expect(page).not.toMatch(/<script|<link|<img|\ssrc=|url\(|@import|https?:/);
});

test("German comes first, then English, each whole, and every table has its plot and its figures", () => {
  const [german = "", english = ""] = page.split('<article lang="en"');
  for (const [text, language] of [
    [german, "de"],
    [english, "en"],
  ] as const) {
    expect(text.match(/<svg /g)).toHaveLength(tables.length);
    expect(text.match(/<details>/g)).toHaveLength(tables.length);
    for (const { explanation } of report.sections) expect(text).toContain(explanation[language].slice(0, 40));
  }
});

test("The warning that the labels are self-fulfilling stands beside the agreement with decisions", () => {
  expect(page).toMatch(/Achtung, diese Vergleichswerte erfüllen sich selbst/);
  expect(page).toMatch(/these labels are self-fulfilling/);
});

test("Names of groups and criteria are text, whatever they hold", () => {
  const [section] = report.sections;
  if (section === undefined) throw new Error("The report has no section.");
  const title = { de: '<b onclick="x">&', en: "<i>" };
  expect(renderPage({ ...report, sections: [{ ...section, title }] })).not.toMatch(/<b onclick|<i>/);
});
