import { execFileSync, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { personas } from "../../../gateway/identity/personas.ts";
import { loadPolicy } from "../../../gateway/policy/loadPolicy.ts";
import { offices } from "../../../schema/offices.ts";

const command = fileURLToPath(new URL("../../../gateway/identity/printPersonas.ts", import.meta.url));

describe("The personas", () => {
  test("are printed as JSON and nothing else, each with what a script needs to ask as that persona.", () => {
    const printed: unknown = JSON.parse(execFileSync(process.execPath, [command], { encoding: "utf8" }));
    const text = expect.stringMatching(/\S/);
    expect(printed).toEqual(
      [...personas.values()].map(({ name, office, role, purposes, exampleCase }) => ({
        name,
        office,
        role,
        purposes,
        exampleCase,
        description: { de: text, en: text },
      })),
    );
  });

  test.each([
    ["--help", 0],
    ["--persona", 2],
  ])("are not printed for %s: how to ask is, with status %i.", (argument, status) => {
    const run = spawnSync(process.execPath, [command, argument], { encoding: "utf8" });
    expect(run).toMatchObject({ status, stdout: "", stderr: expect.stringMatching(/^Usage: npm run -s personas/) });
  });

  test.each([
    [
      "rrk-muenster-caseworker",
      "RRK_MUENSTER",
      "CASEWORKER",
      ["WORKLIST", "CASE_ADMISSION", "CASE_MANAGEMENT", "NOTIFICATION"],
      "FM-2026-0001",
    ],
    [
      "rrk-muenster-lead",
      "RRK_MUENSTER",
      "LEAD",
      ["WORKLIST", "CASE_ADMISSION", "CASE_MANAGEMENT", "NOTIFICATION"],
      "FM-2026-0001",
    ],
    ["rrk-muenster-second-rater", "RRK_MUENSTER", "SECOND_RATER", ["EVALUATION"], null],
    [
      "rrk-koeln-caseworker",
      "RRK_KOELN",
      "CASEWORKER",
      ["WORKLIST", "CASE_ADMISSION", "CASE_MANAGEMENT", "NOTIFICATION"],
      "FM-2026-0010",
    ],
    ["zab-coesfeld", "ZAB_COESFELD", "CASEWORKER", ["WORKLIST", "RETURN_EXECUTION", "NOTIFICATION"], "FM-2026-0001"],
    ["abh-borken", "ABH_05554", "CASEWORKER", ["RESIDENCE_PROCEDURE", "NOTIFICATION"], "ABH-BOR-4711/19"],
    ["abh-borken-rights", "ABH_05554", "RIGHTS_CLERK", ["DATA_SUBJECT_REQUEST"], "ABH-BOR-4711/19"],
    ["abh-borken-rights-signer", "ABH_05554", "RIGHTS_CLERK", ["DATA_SUBJECT_REQUEST"], "ABH-BOR-4711/19"],
    ["abh-borken-intake", "ABH_05554", "INTAKE", ["DATA_MAINTENANCE"], null],
    ["lka-nrw", "LKA_NRW", "ANALYST", ["DANGER_AVERSION", "NOTIFICATION"], "LKA-2026-0001"],
    ["lka-intake", "LKA_NRW", "INTAKE", ["DATA_MAINTENANCE"], null],
    [
      "police-muenster",
      "POLICE_MUENSTER",
      "OFFICER",
      ["DANGER_AVERSION", "CRIMINAL_PROSECUTION", "NOTIFICATION"],
      "PPMS-2026-0001",
    ],
    [
      "sta-muenster",
      "STA_R2700S",
      "PROSECUTOR",
      ["CRIMINAL_PROSECUTION", "SENTENCE_ENFORCEMENT", "NOTIFICATION"],
      "100 Js 1/26",
    ],
    ["sta-muenster-intake", "STA_R2700S", "INTAKE", ["DATA_MAINTENANCE"], null],
    ["jva", "JVA_R6636", "CUSTODY_OFFICER", ["CUSTODY_ENFORCEMENT", "NOTIFICATION"], "GB-2025-0001"],
    ["jva-intake", "JVA_R6636", "INTAKE", ["DATA_MAINTENANCE"], null],
    ["bamf", "BAMF", "ASYLUM_OFFICER", ["ASYLUM_PROCEDURE", "NOTIFICATION"], "7000001-1"],
    ["mkjfgfi", "MKJFGFI", "SUPERVISOR", ["SUPERVISION"], null],
    ["im-nrw", "IM_NRW", "SUPERVISOR", ["SUPERVISION"], null],
    ["dpo", "DPO_MUENSTER", "DATA_PROTECTION_OFFICER", ["DATA_PROTECTION_CONTROL"], null],
    ["evaluator", "EVALUATION", "EVALUATOR", ["EVALUATION"], null],
    ["clearing-officer", "CLEARING", "CLEARING_OFFICER", ["IDENTITY_CLEARING"], null],
    ["blocked-clearing-officer", "CLEARING_BLOCKED", "CLEARING_OFFICER", ["BLOCKED_CLEARING"], null],
    ["rrk-muenster-developer", "RRK_MUENSTER", "DEVELOPER", ["INTERFACE_DEVELOPMENT"], null],
    ["lzpd-operator", "LZPD_NRW", "OPERATOR", [], null],
    ["data-subject", "DATA_SUBJECT", "DATA_SUBJECT", ["DATA_SUBJECT_ACCESS"], null],
  ])("%s asks for %s as %s.", (name, office, role, purposes, exampleCase) => {
    expect(personas.get(name)).toMatchObject({ office, role, purposes, exampleCase });
  });

  test("cover every purpose of the policy and no other.", () => {
    const stated = new Set([...personas.values()].flatMap(({ purposes }) => purposes));
    expect([...stated].sort()).toEqual([...loadPolicy().purposes.keys()].sort());
  });

  test("have an example case exactly where one of their purposes needs a case.", () => {
    const { purposes } = loadPolicy();
    for (const persona of personas.values()) {
      const needsCase = persona.purposes.some((purpose) => purposes.get(purpose)?.caseless === false);
      expect(persona.exampleCase !== null, persona.name).toBe(needsCase);
    }
  });

  test("name a data subject exactly where the office is the data subject's.", () => {
    for (const persona of personas.values()) {
      const isSubject = offices.get(persona.office)?.kind === "DATA_SUBJECT";
      expect(persona.personRef !== undefined, persona.name).toBe(isSubject);
    }
  });
});
