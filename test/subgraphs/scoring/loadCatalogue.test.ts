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
    "C-A1.yaml:6: NATIONALITY is a forbidden input. Protected attribute (Art. 3 (3) GG, § 46 (3) DSG NRW).",
  ],
  [
    "tests a fact that it does not read",
    "C-A3.yaml",
    replaced(`{ VIOLENCE_OR_WEAPON: '"NO"' }`, `{ MINOR: '"NO"' }`),
    "C-A3.yaml:11: MINOR is not among what the criterion reads",
  ],
  [
    "names a class that the fact does not have",
    "C-B6.yaml",
    replaced('"FIRST_APPLICATION"', '"FIRST_APLICATION"'),
    "C-B6.yaml:14: ASYLUM has no class FIRST_APLICATION",
  ],
  [
    "leaves a class uncovered",
    "C-A4.yaml",
    replaced('"OLDER", "NONE"', '"OLDER"'),
    "C-A4.yaml:7: has a gap: no row covers LATEST_OFFENCE NONE.",
  ],
  [
    "leaves a number uncovered",
    "C-A6.yaml",
    replaced('">= 3"', '"> 3"'),
    "C-A6.yaml:7: has a gap: no row covers OPEN_CHARGES 3.",
  ],
  [
    "leaves a combination uncovered",
    "C-B1.yaml",
    replaced(`"NOT_ENFORCEABLE", "NONE"' }`, `"NOT_ENFORCEABLE"' }`),
    "C-B1.yaml:7: has a gap: no row covers ENFORCEABILITY ENFORCEABLE_FINAL, REMOVAL_THREAT NONE.",
  ],
  [
    "covers a class twice",
    "C-B7.yaml",
    replaced(`'"SERIOUS"'`, `'"SERIOUS", "NONE"'`),
    "C-B7.yaml:14: has an overlap: rows 2, 3 cover INTEREST_TO_STAY NONE.",
  ],
  [
    "covers a number twice",
    "C-A2.yaml",
    replaced('">= 3"', '">= 2"'),
    "C-A2.yaml:17: has an overlap: rows 3, 4 cover FURTHER_CONVICTIONS 2.",
  ],
  [
    "has a test that is none",
    "C-A2.yaml",
    replaced('">= 3"', '"three or more"'),
    "C-A2.yaml:17: three or more is no test of the whole number FURTHER_CONVICTIONS",
  ],
  [
    "tests a number for a class",
    "C-A2.yaml",
    replaced('">= 3"', `'"MANY"'`),
    'C-A2.yaml:17: "MANY" is no test of the whole number FURTHER_CONVICTIONS',
  ],
  [
    "tests a class for a number",
    "C-A3.yaml",
    replaced(`'"NO"'`, '">= 3"'),
    "C-A3.yaml:11: >= 3 is no test of the classes of VIOLENCE_OR_WEAPON",
  ],
  [
    "has a test that no number passes",
    "C-A6.yaml",
    replaced('"[1..2]"', '"[2..1]"'),
    "C-A6.yaml:11: [2..1] is no test of the whole number OPEN_CHARGES",
  ],
  [
    "gives points for what only gates may read",
    "C-A3.yaml",
    (content) => content.replaceAll("VIOLENCE_OR_WEAPON", "MINOR"),
    "C-A3.yaml:6: MINOR is for gates alone: no point may depend on it.",
  ],
  [
    "misspells a fact",
    "C-A3.yaml",
    (content) => content.replaceAll("VIOLENCE_OR_WEAPON", "VIOLENCE_OR_WEAPONS"),
    "C-A3.yaml:6: VIOLENCE_OR_WEAPONS is no reduced fact. An assessment reads reduced facts alone. Nearest valid: VIOLENCE_OR_WEAPON.",
  ],
  [
    "says another direction than its rows",
    "C-B7.yaml",
    replaced("direction: LOWERS", "direction: RAISES"),
    "C-B7.yaml:18: says RAISES, but its rows give -12 to 0 points.",
  ],
  ["lacks its norm", "C-A5.yaml", without(/^norm:.*$/m), "C-A5.yaml:1: norm:"],
  ["has an empty norm", "C-A5.yaml", replaced("norm: § 87 (2) AufenthG", 'norm: " "'), "C-A5.yaml:16: norm:"],
  ["lacks its proxy note", "C-A4.yaml", without(/^proxyNote:.*$/m), "C-A4.yaml:1: proxyNote:"],
  [
    "says something that nobody reads",
    "C-A4.yaml",
    (content) => `${content}weight: 3\n`,
    "C-A4.yaml:28: weight is no member of file.",
  ],
  [
    "gives more than its cap",
    "C-A8.yaml",
    replaced("points: 3", "points: 5"),
    "C-A8.yaml:9: gives 5 points, above the cap of 3.",
  ],
  ["gives half a point", "C-A8.yaml", replaced("points: 3", "points: 2.5"), "C-A8.yaml:9: points.0.points:"],
  [
    "stands on the wrong axis",
    "C-A8.yaml",
    replaced("axis: A", "axis: B"),
    "C-A8.yaml:2: stands on axis B, which its id C-A8 denies.",
  ],
  [
    "ends before it begins",
    "C-A8.yaml",
    replaced("until: null", "until: 2026-02-28"),
    "C-A8.yaml:20: ends before it begins.",
  ],
  [
    "bears the id of another",
    "C-B2.yaml",
    replaced("id: C-B2", "id: C-B3"),
    "C-B2.yaml:1: bears the id C-B3: a file is named by its criterion.",
  ],
  ["is no YAML", "C-A1.yaml", () => "id: [", "C-A1.yaml:1: is no YAML:"],
];

describe("A catalogue that is not whole does not load, and the refusal names file and reason", () => {
  test.each(refusals)("A criterion that %s", (_about, file, change, sentence) => {
    expect(faultsOf(withChanged(file, change)).join("\n")).toContain(sentence);
  });

  test("A gate that reads what is no reduced fact", () => {
    const folder = withChanged("gates.yaml", replaced(`{ MINOR: '"YES"' }`, `{ AGE: '"YES"' }`));
    expect(faultsOf(folder)).toEqual([
      "gates.yaml:8: AGE is a forbidden input. Only minority counts, and as a gate only (MINOR).",
    ]);
  });

  test("A gate whose id stands there twice", () => {
    expect(faultsOf(withChanged("gates.yaml", replaced("id: G3", "id: G1")))).toEqual([
      "gates.yaml:20: G1 stands there twice. Ids are never used again.",
    ]);
  });

  test("Bands with a threshold that is no higher than the one below", () => {
    expect(faultsOf(withChanged("bands.yaml", replaced("high: 30", "high: 15"))).join()).toContain(
      "bands.yaml:3: thresholds.A:",
    );
  });

  test("A version without bands", () => {
    const folder = withChanged("bands.yaml", (content) => content);
    rmSync(join(folder, "bands.yaml"));
    expect(faultsOf(folder)).toEqual(["bands.yaml: is missing."]);
  });

  test("All faults are told at once", () => {
    const folder = withChanged("C-A1.yaml", replaced('"NONE"', '"SECTION_54_1"'));
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
