import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { caseMachine } from "../../../subgraphs/casework/workflow/caseMachine.ts";
import type { Transition } from "../../../subgraphs/casework/workflow/Transition.ts";
import { roster } from "../../../subgraphs/roster.ts";
import { roleOf } from "../../../subgraphs/shell/migrate.ts";
import { openEmptyStore } from "../openEmptyStore.ts";

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

describe("Nobody's case changes without a person's decision", () => {
  const everything = globSync(["subgraphs/**/*.ts", "gateway/**/*.ts"]).map((file) => ({
    file,
    text: readFileSync(file, "utf8"),
  }));
  const writing = (pattern: RegExp) =>
    everything
      .filter(({ text }) => pattern.test(text))
      .map(({ file }) => file)
      .sort();

  test("no other file writes a case or its history than the machine, the proposal, and what they let a person change", () => {
    expect(
      writing(/\b(insert|update)\((caseRecord|caseEvent)\)|insertRows\(\s*transaction,\s*(caseRecord|caseEvent)\b/),
    ).toEqual([
      "subgraphs/casework/mutations/assignCase.ts",
      "subgraphs/casework/mutations/checkProposal.ts",
      "subgraphs/casework/mutations/handOverCase.ts",
      "subgraphs/casework/mutations/proposeCase.ts",
      "subgraphs/casework/population/populate.ts",
      "subgraphs/casework/workflow/appendEvent.ts",
      "subgraphs/casework/workflow/takeStep.ts",
    ]);
    expect(writing(/(INSERT INTO|UPDATE)\s+(\$\{(caseRecord|caseEvent)\}|casework\.)/i)).toEqual([]);
  });

  test("the machine takes a step for a named person alone, and every mutation that writes a case goes through it", () => {
    for (const [step, { needs }] of Object.entries<Transition>(caseMachine)) {
      expect([step, needs.includes("NAMED_PERSON")]).toEqual([step, true]);
    }
    for (const name of ["assignCase", "checkProposal", "handOverCase", "decideAdmission", "confirmDecision"]) {
      expect(readFileSync(`subgraphs/casework/mutations/${name}.ts`, "utf8")).toMatch(/return takeStep\(\s*context,/);
    }
    expect(readFileSync("subgraphs/casework/workflow/takeStep.ts", "utf8")).toMatch(/^ {2}actingPerson\(grant\);$/m);
    expect(readFileSync("subgraphs/casework/mutations/proposeCase.ts", "utf8")).toMatch(
      /^ {2}actingPerson\(grant\);$/m,
    );
  });

  test("admission and rejection come of a decision with a reason alone, and take the same steps", () => {
    const deciding = Object.entries<Transition>(caseMachine).filter(
      ([, { to, from }]) =>
        (to === "ADMITTED" || to === "REJECTED") && from?.every((each) => each !== "SUSPENDED" && each !== "CLOSED"),
    );
    expect(deciding.map(([step, { mutation }]) => [step, mutation]).sort()).toEqual([
      ["admit", "decideAdmission"],
      ["confirmAdmission", "confirmDecision"],
      ["confirmRejection", "confirmDecision"],
      ["reject", "decideAdmission"],
    ]);
    for (const [, { needs }] of deciding) expect(needs).toContain("REASON");
    const { admit, reject } = caseMachine;
    // A rejection sets a term on everything in the case.
    const apart = { to: null, event: null, tells: null, writes: null };
    expect({ ...reject, ...apart }).toEqual({ ...admit, ...apart });
  });

  test("the database lets no other subgraph write into casework, nor casework into scoring", async () => {
    const store = await openEmptyStore();
    try {
      for (const { name, schema } of roster) {
        const foreign = name === "casework" ? "scoring.recorded_assessment" : 'casework."case"';
        // Statements in one text are one transaction: the role ends with it.
        const as = (statement: string) => store.script(`SET LOCAL ROLE ${roleOf(schema)}; ${statement}`);
        for (const statement of [
          `UPDATE ${foreign} SET version = 2`,
          `DELETE FROM ${foreign}`,
          `SELECT 1 FROM ${foreign}`,
        ]) {
          await expect(as(statement)).rejects.toThrow(/permission denied/);
        }
      }
    } finally {
      await store.close();
    }
  });
});
