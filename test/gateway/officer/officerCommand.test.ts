import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AccessLog } from "../../../gateway/audit/AccessLog.ts";
import { openLogFolder } from "../../../gateway/audit/openLogFolder.ts";
import { officerCommand } from "../../../gateway/officer/officerCommand.ts";
import { policyRecord } from "../../../schema/policyRecord/PolicyRecord.ts";
import { access } from "../audit/access.ts";
import { writePolicy } from "./draftPolicy.ts";

const rules = "rules/rrk.yaml";
let folder: string;
const at = (name: string) => join(folder, name);
const run = (...args: string[]) =>
  officerCommand(args, { SICHTFELD_POLICY: at("small"), SICHTFELD_LOG: at("log") }, "2030-01-01");
const text = async (...args: string[]) => {
  const { output, complaint, exitCode } = await run(...args);
  expect({ complaint, exitCode }).toEqual({ complaint: "", exitCode: 0 });
  return output.replaceAll(/\b[0-9a-f]{16}\b/g, "VERSION");
};
const json = async (...args: string[]) => JSON.parse(await text(...args, "--json"));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sichtfeld-officer-"));
  writePolicy(at("small"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("who-can-see", () => {
  test("names offices, roles, purposes, records, rules and norms", async () => {
    expect(
      await text("who-can-see", "Conviction.sentence"),
    ).toBe(`Who can see Conviction.sentence on 2026-06-15, by policy VERSION?
It needs all of: CONVICTION (Verurteilung).

RRK CASEWORKER for CASE_MANAGEMENT
  sees CONVICTION (Verurteilung) where OWN_CASE holds, unless LARGE_TRANSFER_BLOCK
    by R-RRK-01 (§ 86 AufenthG), but P-01

RRK LEAD for CASE_MANAGEMENT
  sees CONVICTION (Verurteilung) where OWN_CASE holds, unless LARGE_TRANSFER_BLOCK
    by R-RRK-01 (§ 86 AufenthG), but P-01
`);
  });

  test.for([
    ["2026-02-28", "the day before the pilot", []],
    ["2026-03-01", "its first day", ["RRK_MUENSTER"]],
    ["2026-08-31", "its last day", ["RRK_MUENSTER"]],
    ["2026-09-01", "the day after", []],
  ] as const)("on %s, %s, an assessment is seen by %j", async ([date, , expected]) => {
    const { rights } = await json("who-can-see", "Person.assessment", "--date", date);
    expect([...new Set(rights.map(({ office }: { office: string }) => office))]).toEqual(expected);
  });

  test("nobody sees what no rule grants", async () => {
    expect(await text("who-can-see", "Person.religion")).toMatch(/\n\nNobody\.\n$/);
  });
});

describe("what-sees", () => {
  test.for([
    ["rrk-muenster-lead", "RRK_MUENSTER"],
    ["rrk-muenster", "RRK_MUENSTER"],
    ["RRK_MUENSTER", "RRK_MUENSTER"],
  ] as const)("%s is the office %s, with the rights of its kind and its own", async ([who, office]) => {
    const sight = await json("what-sees", who, "--role", "LEAD", "--purpose", "CASE_MANAGEMENT");
    expect(sight.office).toBe(office);
    expect(new Set(sight.rights.map((right: { rule: string }) => right.rule))).toEqual(
      new Set(["R-RRK-01", "R-RRK-02"]),
    );
    expect(sight.fields).toEqual(
      expect.arrayContaining(["Conviction.sentence", "Person.assessment", "Person.familyName"]),
    );
  });

  test("RRK Köln has no assessment, and a worklist nobody", async () => {
    expect((await json("what-sees", "rrk-koeln", "--role", "LEAD")).fields).not.toContain("Person.assessment");
    expect(await text("what-sees", "RRK", "--purpose", "WORKLIST")).toMatch(/\n\nNothing\.\n$/);
  });
});

describe("explain", () => {
  const operation = '{ person(personRef: "P-SHOWCASE0001") { familyName convictions { court } assessment { band } } }';

  test("gives each coordinate its verdict, rules and norms", async () => {
    writeFileSync(at("operation.graphql"), operation);
    expect(
      await text(
        "explain",
        "rrk-muenster-lead",
        at("operation.graphql"),
        "--purpose",
        "CASE_MANAGEMENT",
        "--date",
        "2026-09-01",
      ),
    ).toBe(`rrk-muenster-lead (RRK_MUENSTER LEAD) on 2026-09-01, by policy VERSION:

For CASE_MANAGEMENT
  person (Query.person): shown where OWN_CASE holds, unless LARGE_TRANSFER_BLOCK
    by R-RRK-01 (§ 86 AufenthG); exceptions by P-01 (§ 4 (2) AZRG)
  person.familyName (Person.familyName): shown where OWN_CASE holds, unless LARGE_TRANSFER_BLOCK
    by R-RRK-01 (§ 86 AufenthG); exceptions by P-01 (§ 4 (2) AZRG)
  person.convictions (Person.convictions): shown where OWN_CASE holds, unless LARGE_TRANSFER_BLOCK
    by R-RRK-01 (§ 86 AufenthG); exceptions by P-01 (§ 4 (2) AZRG)
  person.convictions.court (Conviction.court): shown where OWN_CASE holds, unless LARGE_TRANSFER_BLOCK
    by R-RRK-01 (§ 86 AufenthG); exceptions by P-01 (§ 4 (2) AZRG)
  person.assessment (Person.assessment): withheld, ASSESSMENT_BAND (Bewertungsergebnis) of Person.assessment: no rule grants it for this purpose
  person.assessment.band (Assessment.band): not asked, because what leads there is withheld
`);
  });

  test("tells what a filter or an order tests, and what of it withholds the field", async () => {
    const listed = '{ persons(filter: { familyNamePrefix: "A" }, orderBy: FAMILY_NAME) { totalCount } }';
    writeFileSync(at("list.graphql"), listed);
    const explain = (persona: string, ...more: string[]) =>
      text("explain", persona, at("list.graphql"), "--purpose", "CASE_MANAGEMENT", ...more);
    expect(await explain("rrk-muenster-lead")).toContain(
      "  persons (Query.persons, tests PersonFilter.familyNamePrefix, PersonOrder.FAMILY_NAME): shown where OWN_CASE holds",
    );
    writePolicy(
      at("draft"),
      [rules, "[PERSON_REFERENCE, IDENTITY,", "[PERSON_REFERENCE,"],
      ["rules/zab.yaml", "R-ZAB-01", "R-ZAB-02"],
    );
    const other = `
- id: R-RRK-09
  sentence: "An RRK sees identities for its list."
  who: { offices: [RRK] }
  purposes: [WORKLIST]
  sees: [IDENTITY]
  when: [OWN_CASE]
  because: ["§ 86 AufenthG"]
`;
    appendFileSync(join(at("draft"), rules), other);
    expect(await explain("rrk-muenster-lead", "--policy", at("draft"))).toMatch(
      /persons \(Query\.persons.*: withheld, IDENTITY \(Grundpersonalien\) of PersonFilter\.familyNamePrefix: no rule grants it/,
    );
  });

  test("of an operation outside the contract it says what is outside", async () => {
    writeFileSync(at("outside.graphql"), '{ person(personRef: "P") { religion } }');
    expect(await run("explain", "rrk-muenster-lead", at("outside.graphql"))).toEqual({
      exitCode: 1,
      output: "",
      complaint: 'Not in the contract of rrk-muenster-lead:\nCannot query field "religion" on type "Person".\n',
    });
  });
});

describe("diff", () => {
  // biome-ignore format: a table, a row a line
  const rows: readonly (readonly [title: string, change: readonly [string, string, string], sentences: readonly string[]])[] = [
    ["a category is taken out of a rule", [rules, "CASE, CONVICTION", "CASE"], [
      "RRK CASEWORKER, for CASE_MANAGEMENT, may no longer see CONVICTION (Verurteilung) by OWN_CASE (R-RRK-01).",
      "RRK LEAD, for CASE_MANAGEMENT, may no longer see CONVICTION (Verurteilung) by OWN_CASE (R-RRK-01).",
    ]],
    ["the pilot is prolonged", [rules, "2026-08-31", "2026-12-31"], [
      "RRK_MUENSTER LEAD, for CASE_MANAGEMENT, may now have combined CASEWORK_FACTS (reduzierte Falltatsachen), CONDUCT_FACTS (reduzierte Verhaltenstatsachen), RESIDENCE_FACTS (reduzierte Aufenthaltstatsachen) by OWN_CASE, from 2026-09-01 to 2026-12-31 (R-RRK-02).",
      "RRK_MUENSTER LEAD, for CASE_MANAGEMENT, may now see ASSESSMENT_BAND (Bewertungsergebnis) by OWN_CASE, from 2026-09-01 to 2026-12-31 (R-RRK-02).",
    ]],
    ["the pilot begins later", [rules, "since: 2026-03-01", "since: 2026-03-15"], [
      "RRK_MUENSTER LEAD, for CASE_MANAGEMENT, may no longer have combined CASEWORK_FACTS (reduzierte Falltatsachen), CONDUCT_FACTS (reduzierte Verhaltenstatsachen), RESIDENCE_FACTS (reduzierte Aufenthaltstatsachen) by OWN_CASE, from 2026-03-01 to 2026-03-14 (R-RRK-02).",
      "RRK_MUENSTER LEAD, for CASE_MANAGEMENT, may no longer see ASSESSMENT_BAND (Bewertungsergebnis) by OWN_CASE, from 2026-03-01 to 2026-03-14 (R-RRK-02).",
    ]],
    ["a prohibition names another fact", ["prohibitions.yaml", "LARGE_TRANSFER_BLOCK", "UNION_CITIZEN"], [
      "ZAB CASEWORKER, for CASE_MANAGEMENT, may now see IDENTITY (Grundpersonalien), PERSON_REFERENCE (Personenbezug) of records where LARGE_TRANSFER_BLOCK holds by ADMITTED_CASE (R-ZAB-01).",
      "ZAB CASEWORKER, for CASE_MANAGEMENT, may no longer see IDENTITY (Grundpersonalien), PERSON_REFERENCE (Personenbezug) of records where UNION_CITIZEN holds by ADMITTED_CASE (R-ZAB-01).",
    ]],
    ["another relation opens a rule", ["rules/zab.yaml", "[ADMITTED_CASE]", "[OWN_CASE]"], [
      "ZAB CASEWORKER, for CASE_MANAGEMENT, may now see IDENTITY (Grundpersonalien), PERSON_REFERENCE (Personenbezug) by OWN_CASE (R-ZAB-01).",
      "ZAB CASEWORKER, for CASE_MANAGEMENT, may no longer see IDENTITY (Grundpersonalien), PERSON_REFERENCE (Personenbezug) by ADMITTED_CASE (R-ZAB-01).",
    ]],
    ["a right of one office of a kind", ["rules/zab.yaml", "[ZAB]", "[ZAB_COESFELD]"], [
      "ZAB_UNNA CASEWORKER, for CASE_MANAGEMENT, may no longer see IDENTITY (Grundpersonalien), PERSON_REFERENCE (Personenbezug) by ADMITTED_CASE (R-ZAB-01).",
    ]],
  ];
  test.for(rows)("%s", async ([, change, sentences]) => {
    writePolicy(at("draft"), change);
    const lines = (await text("diff", at("small"), at("draft"))).trimEnd().split("\n").slice(2);
    expect(lines).toEqual(expect.arrayContaining([...sentences]));
    expect((await text("diff", at("draft"), at("small"))).trimEnd().split("\n").slice(2)).toEqual(
      expect.arrayContaining(sentences.map(reversed)),
    );
  });

  test("a comment changes the version, and nobody's rights", async () => {
    writePolicy(at("draft"), [rules, "- id: R-RRK-01", "# reviewed\n- id: R-RRK-01"]);
    expect(await text("diff", at("small"), at("draft"))).toBe(
      "From policy VERSION to VERSION nobody gains or loses anything.\n",
    );
  });

  function reversed(sentence: string): string {
    return sentence.replace(/may (now|no longer)/, (_, word) => (word === "now" ? "may no longer" : "may now"));
  }
});

describe("simulate", () => {
  beforeAll(async () => {
    const log = await AccessLog.open(await openLogFolder(at("log"), "gateway-1"));
    const worked = { rules: { "Person.familyName": ["R-RRK-01"], "Conviction.court": ["R-RRK-01"] }, withheld: [] };
    const subjects = [{ personRef: "P-SHOWCASE0001", coordinates: ["Person.familyName", "Conviction.court"] }];
    await log.append(access("a", { ...worked, subjects, actor: "staff-1" }));
    await log.append(access("b", { ...worked, subjects, actor: "staff-3" }));
    const other = [{ personRef: "P-SHOWCASE0002", coordinates: ["Person.familyName"] }];
    const withheld = [{ coordinate: "Person.custody", category: "CUSTODY", prohibitions: [] }];
    await log.append(access("c", { rules: { "Person.familyName": ["R-RRK-01"] }, subjects: other, withheld }));
    await log.append(access("d", { ...worked, subjects, outcome: "REFUSED", refusalCode: "CASE_MISSING" }));
    await log.close();
  });
  const effects = async (change: readonly [string, string, string], ...args: string[]) => {
    writePolicy(at("draft"), change);
    const { replayed, changed, simulated } = await json("simulate", at("draft"), "--since", "2026-06-01", ...args);
    return {
      replayed,
      changed,
      simulated: simulated
        .map((each: Record<string, unknown>) =>
          ["coordinate", "effect", "accesses", "staff", "persons"].map((member) => each[member]).join(" "),
        )
        .sort(),
    };
  };

  // biome-ignore format: a table, a row a line
  const rows: readonly (readonly [title: string, change: readonly [string, string, string], changed: number, simulated: readonly string[]])[] = [
    ["what the office can be granted for no purpose any more refuses the whole request", [rules, "CASE, CONVICTION", "CASE"], 2, ["Conviction.court REFUSED 2 2 1"]],
    ["what this purpose grants no more is withheld", [rules, "CASE, CONVICTION]\n  when: [OWN_CASE]\n  because: [\"§ 86 AufenthG\"]\n", "CASE]\n  when: [OWN_CASE]\n  because: [\"§ 86 AufenthG\"]\n- id: R-RRK-03\n  sentence: \"Convictions for the list.\"\n  who: { offices: [RRK] }\n  purposes: [WORKLIST]\n  sees: [CONVICTION]\n  when: [OWN_CASE]\n  because: [\"§ 86 AufenthG\"]\n"], 2, ["Conviction.court WITHHELD 2 2 1"]],
    ["another relation, or a further exception, decides by what the log does not tell", ["prohibitions.yaml", "LARGE_TRANSFER_BLOCK", "UNION_CITIZEN"], 3, ["Conviction.court DEPENDS 2 2 1", "Person.familyName DEPENDS 3 2 2"]],
    ["what was withheld and is granted would have been seen", [rules, "CASE, CONVICTION", "CASE, CONVICTION, CUSTODY"], 1, ["Person.custody SEEN 1 1 1"]],
    ["what another purpose grants instead is withheld for this one", [rules, "purposes: [CASE_MANAGEMENT]\n  sees: [PERSON", "purposes: [WORKLIST]\n  sees: [PERSON"], 3, ["Conviction.court WITHHELD 2 2 1", "Person.familyName WITHHELD 3 2 2"]],
  ];
  test.for(rows)("%s", async ([, change, changed, simulated]) => {
    expect(await effects(change)).toEqual({ replayed: 3, changed, simulated });
  });

  test("each access is judged by its own date of the question, or by the one that is given", async () => {
    const ended = [rules, `because: ["§ 86 AufenthG"]`, `because: ["§ 86 AufenthG"]\n  until: 2026-06-30`] as const;
    expect((await effects(ended)).changed).toBe(0);
    expect((await effects(ended, "--date", "2026-07-01")).changed).toBe(3);
  });

  test("accesses before the first day are left alone, and nobody's work is told by name", async () => {
    writePolicy(at("draft"), [rules, "CASE, CONVICTION", "CASE"]);
    expect(await text("simulate", at("draft"), "--since", "2026-06-16")).toContain("0 of 0 accesses");
    const told = await text("simulate", at("draft"), "--since", "2026-06-01");
    expect(told).toContain("    Conviction.court: 2 accesses by 2 staff, 1 persons\n");
    expect(told).not.toMatch(/staff-\d|P-SHOWCASE/);
  });
});

describe("draft", () => {
  test("lies beside the log under its version, and is read back as what the draft says", async () => {
    writePolicy(at("draft"), [rules, "CASE, CONVICTION", "CASE"]);
    const { output } = await run("draft", at("draft"), "--json");
    const { draft, file } = JSON.parse(output);
    expect(file).toBe(join(at("log"), `policy-draft-${draft}.json`));
    expect(policyRecord.parse(JSON.parse(readFileSync(file, "utf8"))).version).toBe(draft);
    expect(readdirSync(at("log")).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  test("where the folder of the log is none, it says so", async () => {
    expect(await run("draft", at("draft"), "--log", at("nowhere"))).toMatchObject({
      exitCode: 1,
      complaint: `The draft cannot be written into ${at("nowhere")} (ENOENT). Name the folder of the log with --log.\n`,
    });
  });
});

describe("matrix", () => {
  test("has a row for each right, comma-separated", async () => {
    const [head, ...rows] = (await text("matrix")).trimEnd().split("\r\n");
    expect(head).toBe(
      "office,role,purpose,action,category,category in German,relation,unless,rule,prohibitions,norms,since,until",
    );
    expect(rows).toContain(
      "RRK_MUENSTER,LEAD,CASE_MANAGEMENT,SEE,ASSESSMENT_BAND,Bewertungsergebnis,OWN_CASE,LARGE_TRANSFER_BLOCK,R-RRK-02,P-01,Art. 22 GDPR,2026-03-01,2026-08-31",
    );
    expect(rows.length).toBe((await json("matrix")).rights.length);
  });

  test("is a page that needs nothing else, and a rule's words are no markup in it", async () => {
    writePolicy(at("draft"), [rules, "An RRK sees", "An RRK <script> & sees"]);
    const page = await text("matrix", "--html", "--policy", at("draft"));
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain("An RRK &lt;script&gt; &amp; sees");
    expect(page).not.toMatch(/<script|src=|href=/);
  });
});

describe("Called wrongly", () => {
  // biome-ignore format: a table, a row a line
  const rows: readonly (readonly [args: readonly string[], exitCode: number, complaint: string])[] = [
    [["who-can-se", "x"], 2, "There is no question who-can-se. Nearest valid: who-can-see.\n"],
    [["who-can-see"], 2, "who-can-see takes 1 words.\n"],
    [["who-can-see", "Conviction.sentense"], 2, 'There is no field "Conviction.sentense". Nearest valid: Conviction.sentence.\n'],
    [["what-sees", "rrk-munster"], 2, 'There is no persona, office or kind of office "rrk-munster". Nearest valid: RRK_MUENSTER.\n'],
    [["what-sees", "RRK", "--purpose", "WORKLST"], 2, 'There is no purpose "WORKLST". Nearest valid: WORKLIST.\n'],
    [["what-sees", "RRK", "--role", "LED"], 2, 'There is no role "LED". Nearest valid: LEAD.\n'],
    [["explain", "rrk-muenster-leed", "README.md"], 2, 'There is no persona "rrk-muenster-leed". Nearest valid: rrk-muenster-lead.\n'],
    [["matrix", "--role", "LEAD"], 2, "--role says nothing to matrix.\n"],
    [["matrix", "--date", "2026-02-31"], 2, "--date is a day, YYYY-MM-DD.\n"],
    [["simulate", "x"], 2, "simulate needs --since.\n"],
    [["diff", "/none", "/none"], 1, "The policy has 1 problem(s):\n/none/:1: The policy cannot be read (ENOENT).\n"],
    [["explain", "rrk-muenster-lead", "/none"], 1, "/none cannot be read (ENOENT).\n"],
  ];
  test.for(rows)("%j ends with %i", async ([args, exitCode, complaint]) => {
    const result = await run(...args);
    expect(result).toMatchObject({ exitCode, output: "" });
    expect(result.complaint.startsWith(complaint)).toBe(true);
  });

  test("--help says how to call it", async () => {
    expect(await text("--help")).toContain("npm run -s policy -- who-can-see");
  });
});
