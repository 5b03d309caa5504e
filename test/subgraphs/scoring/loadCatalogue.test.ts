import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { CatalogueError } from "../../../subgraphs/scoring/catalogue/CatalogueError.ts";
import { loadCatalogue } from "../../../subgraphs/scoring/catalogue/loadCatalogue.ts";

const shipped = fileURLToPath(new URL("../../../subgraphs/scoring/catalogue/demo-1", import.meta.url));
const room = mkdtempSync(join(tmpdir(), "sichtfeld-catalogue-"));
afterAll(() => rmSync(room, { recursive: true }));

/** A copy of the shipped version in which one file was changed. */
function withChanged(file: string, change: (content: string) => string, into = file): string {
  const folder = join(mkdtempSync(join(room, "version-")), "demo-1");
  cpSync(shipped, folder, { recursive: true });
  writeFileSync(join(folder, into), change(readFileSync(join(folder, file), "utf8")));
  return folder;
}

function faultsOf(folder: string): readonly string[] {
  try {
    loadCatalogue(folder);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(CatalogueError);
    return (error as CatalogueError).faults;
  }
}

const replaced = (from: string, to: string) => (content: string) => {
  expect(content).toContain(from);
  return content.replace(from, to);
};
const without = (line: RegExp) => (content: string) => {
  expect(content).toMatch(line);
  return content.replace(line, "");
};

/** What is wrong, in which file, how it was made wrong, what the refusal says. */
const refusals: readonly (readonly [string, string, (content: string) => string, string])[] = [
  [
    "reads a fact that is not reduced",
    "C-A1.yaml",
    (content) => content.replaceAll("EXPULSION_INTEREST", "NATIONALITY"),
    "C-A1.yaml: reads NATIONALITY, which is no reduced fact",
  ],
  [
    "tests a fact that it does not read",
    "C-A3.yaml",
    replaced("{ VIOLENCE_OR_WEAPON: [NO] }", "{ MINOR: [NO] }"),
    "C-A3.yaml: row 2: MINOR is not among what the criterion reads",
  ],
  [
    "names a class that the fact does not have",
    "C-B6.yaml",
    replaced("[FIRST_APPLICATION]", "[FIRST_APLICATION]"),
    "C-B6.yaml: row 3: ASYLUM has no class FIRST_APLICATION",
  ],
  [
    "leaves a class uncovered",
    "C-A4.yaml",
    replaced("[OLDER, NONE]", "[OLDER]"),
    "C-A4.yaml: has a gap: no row covers LATEST_OFFENCE NONE.",
  ],
  [
    "leaves a number uncovered",
    "C-A6.yaml",
    replaced('">= 3"', '"> 3"'),
    "C-A6.yaml: has a gap: no row covers OPEN_CHARGES 3.",
  ],
  [
    "leaves a combination uncovered",
    "C-B1.yaml",
    replaced("[NOT_ENFORCEABLE, NONE] }", "[NOT_ENFORCEABLE] }"),
    "C-B1.yaml: has a gap: no row covers ENFORCEABILITY ENFORCEABLE_FINAL, REMOVAL_THREAT NONE.",
  ],
  [
    "covers a class twice",
    "C-B7.yaml",
    replaced("[SERIOUS]", "[SERIOUS, NONE]"),
    "C-B7.yaml: has an overlap: 2 rows cover INTEREST_TO_STAY NONE.",
  ],
  [
    "covers a number twice",
    "C-A2.yaml",
    replaced('">= 3"', '">= 2"'),
    "C-A2.yaml: has an overlap: 2 rows cover FURTHER_CONVICTIONS 2.",
  ],
  [
    "has a test that is none",
    "C-A2.yaml",
    replaced('">= 3"', '"three or more"'),
    'C-A2.yaml: row 4: "three or more" is no test of the whole number FURTHER_CONVICTIONS',
  ],
  [
    "lists classes of a number",
    "C-A2.yaml",
    replaced('">= 3"', "[MANY]"),
    "C-A2.yaml: row 4: FURTHER_CONVICTIONS is a whole number",
  ],
  ["lacks its norm", "C-A5.yaml", without(/^norm:.*$/m), "C-A5.yaml: norm:"],
  ["has an empty norm", "C-A5.yaml", replaced("norm: § 87 (2) AufenthG", 'norm: " "'), "C-A5.yaml: norm:"],
  ["lacks its proxy note", "C-A4.yaml", without(/^proxyNote:.*$/m), "C-A4.yaml: proxyNote:"],
  ["says something that nobody reads", "C-A4.yaml", (content) => `${content}weight: 3\n`, "C-A4.yaml: "],
  [
    "gives more than its cap",
    "C-A8.yaml",
    replaced("points: 3", "points: 5"),
    "C-A8.yaml: row 1: gives 5 points, above the cap of 3.",
  ],
  ["gives half a point", "C-A8.yaml", replaced("points: 3", "points: 2.5"), "C-A8.yaml: points.0.points:"],
  [
    "stands on the wrong axis",
    "C-A8.yaml",
    replaced("axis: A", "axis: B"),
    "C-A8.yaml: stands on axis B, which its id C-A8 denies.",
  ],
  [
    "ends before it begins",
    "C-A8.yaml",
    replaced("until: null", "until: 2026-02-28"),
    "C-A8.yaml: ends before it begins.",
  ],
  ["bears the id of another", "C-B2.yaml", replaced("id: C-B2", "id: C-B3"), "The id C-B3 is borne by several files."],
  ["is no YAML", "C-A1.yaml", () => "id: [", "C-A1.yaml: is no YAML:"],
];

describe("A catalogue that is not whole does not load, and the refusal names file and reason", () => {
  test.each(refusals)("A criterion that %s", (_about, file, change, sentence) => {
    expect(faultsOf(withChanged(file, change)).join("\n")).toContain(sentence);
  });

  test("A gate that reads what is no reduced fact", () => {
    const folder = withChanged("gates.yaml", replaced("{ MINOR: [YES] }", "{ AGE: [YES] }"));
    expect(faultsOf(folder)).toEqual([
      "gates.yaml: G1: AGE is no reduced fact. An assessment reads reduced facts alone.",
    ]);
  });

  test("A gate whose id stands there twice", () => {
    expect(faultsOf(withChanged("gates.yaml", replaced("id: G3", "id: G1")))).toEqual([
      "gates.yaml: G1 stands there twice.",
    ]);
  });

  test("Bands with a threshold that is no higher than the one below", () => {
    expect(faultsOf(withChanged("bands.yaml", replaced("high: 30", "high: 15"))).join()).toContain(
      "bands.yaml: thresholds.A:",
    );
  });

  test("A version without bands", () => {
    const folder = withChanged("bands.yaml", (content) => content);
    rmSync(join(folder, "bands.yaml"));
    expect(faultsOf(folder)).toEqual(["bands.yaml: is missing."]);
  });

  test("All faults are told at once", () => {
    const folder = withChanged("C-A1.yaml", replaced("[NONE]", "[SECTION_54_1]"));
    writeFileSync(join(folder, "C-A2.yaml"), "");
    expect(new Set(faultsOf(folder).map((fault) => fault.split(":")[0]))).toEqual(new Set(["C-A1.yaml", "C-A2.yaml"]));
  });
});

describe("The hash of a version", () => {
  test("is that of the same files wherever they stand", () => {
    expect(loadCatalogue(withChanged("C-A1.yaml", (content) => content)).hash).toBe(loadCatalogue(shipped).hash);
  });

  test("changes with every character", () => {
    const changed = withChanged("C-A1.yaml", replaced("Kein Ausweisungsinteresse", "Kein  Ausweisungsinteresse"));
    expect(loadCatalogue(changed).hash).not.toBe(loadCatalogue(shipped).hash);
  });
});
