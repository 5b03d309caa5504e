import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const files = globSync("subgraphs/casework/**/*.ts");
const sources = files.map((file) => ({ file, text: readFileSync(file, "utf8") }));

describe("No path leads from a score to the state of a case", () => {
  test.each(sources)("$file imports nothing of another subgraph", ({ text }) => {
    const imports = [...text.matchAll(/from "(\.[^"]+)"/g)].map(([, path]) => path ?? "");
    const foreign = imports.filter((path) => /scoring|immigration|criminal-records|audit/.test(path));
    expect(foreign).toEqual([]);
  });

  test.each(sources)("$file reads no table of the scoring subgraph", ({ text }) => {
    expect(text).not.toMatch(/scoring\./);
  });

  test("only the decision on admission names an assessment, and writes it down as seen; what tells of it opens late", () => {
    const naming = sources.filter(({ text }) => text.includes("seenAssessment")).map(({ file }) => file);
    expect(naming.sort()).toEqual([
      "subgraphs/casework/caseParts.ts",
      "subgraphs/casework/mutations/decideAdmission.ts",
      "subgraphs/casework/mutations/requireSeen.ts",
      "subgraphs/casework/population/caseRows.ts",
      "subgraphs/casework/tables.ts",
    ]);
  });
});
