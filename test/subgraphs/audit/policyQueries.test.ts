import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openLogFolder } from "../../../gateway/audit/openLogFolder.ts";
import { publishPolicy } from "../../../gateway/audit/publishPolicy.ts";
import { loadSupergraph } from "../../../gateway/loadSupergraph.ts";
import { policyRecord } from "../../../gateway/officer/policyRecord.ts";
import { parsePolicy } from "../../../gateway/policy/reading/parsePolicy.ts";
import { draftFileName } from "../../../schema/policyRecord/draftFile.ts";
import { access } from "../../gateway/audit/access.ts";
import { smallPolicy } from "../../gateway/officer/draftPolicy.ts";
import { aGrant } from "../aGrant.ts";
import { grantEntries } from "../grantEntries.ts";
import { type AuditWorld, openAuditWorld } from "./auditWorld.ts";

const supergraph = loadSupergraph();
const recordOf = (files: Readonly<Record<string, string>>) =>
  policyRecord(parsePolicy(new Map(Object.entries(files))), supergraph);
const [old, now] = [
  recordOf(smallPolicy),
  recordOf({ ...smallPolicy, "rules/rrk.yaml": smallPolicy["rules/rrk.yaml"]?.replace(", CONVICTION", "") ?? "" }),
];
const officer = aGrant("DPO", grantEntries("SEE", ["POLICY"], ["ANY"], []), {
  role: "DATA_PROTECTION_OFFICER",
  purpose: "DATA_PROTECTION_CONTROL",
  person: null,
});

let world: AuditWorld;
const ask = async (field: string, selection = "{ office role purpose action category }") => {
  const { data, codes, messages } = await world.ask(`{ ${field} ${selection} }`, {}, officer);
  return { rights: data && Object.values(data)[0], codes, messages };
};
async function publish(instance: string, record: typeof old, at: string): Promise<void> {
  const folder = await openLogFolder(world.folder, instance);
  await publishPolicy(folder, record, new Date(at));
  folder.release();
}

beforeAll(async () => {
  world = await openAuditWorld();
});
afterAll(() => world?.close());

test("Before a gateway has put a policy on record, the question is refused, not answered with nobody", async () => {
  expect(await ask('whoCanSee(coordinate: "Conviction.court")')).toMatchObject({
    rights: null,
    codes: ["LOG_UNREADABLE"],
  });
});

describe("The officer's questions", () => {
  beforeAll(async () => {
    await publish("a", old, "2026-06-01T00:00:00Z");
    await publish("b", now, "2026-06-10T00:00:00Z");
    mkdirSync(join(world.folder, "c", "policies"), { recursive: true });
    writeFileSync(join(world.folder, "c", "policies", "policy-000009-ffffffffffffffff.json"), '{"since":"2026-07-01');
  });
  const sees = (office: string, role: string, category: string) => ({
    office,
    role,
    purpose: "CASE_MANAGEMENT",
    action: "SEE",
    category,
  });

  test("are asked of the policy that came into force last, whichever gateway put it on record", async () => {
    expect((await ask('whoCanSee(coordinate: "Conviction.court")')).rights).toEqual([]);
    expect((await ask('whoCanSee(coordinate: "Person.familyName")')).rights).toEqual(
      expect.arrayContaining([sees("RRK", "LEAD", "IDENTITY"), sees("ZAB", "CASEWORKER", "IDENTITY")]),
    );
  });

  test("or of the one that an access record names", async () => {
    const { rights } = await ask(`whoCanSee(coordinate: "Conviction.court", policyVersion: "${old.version}")`);
    expect(rights).toEqual([sees("RRK", "CASEWORKER", "CONVICTION"), sees("RRK", "LEAD", "CONVICTION")]);
  });

  test.for([
    ["2026-02-28", 0],
    ["2026-03-01", 4],
    ["2026-08-31", 4],
    ["2026-09-01", 0],
  ] as const)("on %s, an assessment needs %i rights, all of RRK Münster", async ([date, count]) => {
    const { rights } = await ask(`whoCanSee(coordinate: "Person.assessment", date: "${date}")`);
    expect(rights).toHaveLength(count);
    expect(new Set(rights.map(({ office }: { office: string }) => office)).size).toBe(count === 0 ? 0 : 1);
  });

  test("name rule, norms, relation and prohibitions", async () => {
    const selection =
      "{ categoryName relation unless since until rule { id sentence norms } prohibitions { id norms } }";
    expect((await ask('policyMatrix(office: "RRK_MUENSTER", category: "ASSESSMENT_BAND")', selection)).rights).toEqual([
      {
        categoryName: "Bewertungsergebnis",
        relation: "OWN_CASE",
        unless: ["LARGE_TRANSFER_BLOCK"],
        since: "2026-03-01",
        until: "2026-08-31",
        rule: {
          id: "R-RRK-02",
          sentence: "In the pilot, RRK Münster has its cases assessed.",
          norms: ["Art. 22 GDPR"],
        },
        prohibitions: [{ id: "P-01", norms: ["§ 4 (2) AZRG"] }],
      },
    ]);
  });

  test("what an office sees holds the rights of its kind, in one role", async () => {
    const { rights } = await ask('whatSees(office: "RRK_MUENSTER", role: "LEAD", purpose: "CASE_MANAGEMENT")');
    expect(new Set(rights.map(({ office }: { office: string }) => office))).toEqual(new Set(["RRK", "RRK_MUENSTER"]));
    expect((await ask('whatSees(office: "RRK_KOELN", purpose: "WORKLIST")')).rights).toEqual([]);
  });

  test.for([
    ['whoCanSee(coordinate: "Conviction.cort")', "The schema has no such coordinate. Nearest valid: Conviction.court."],
    [
      'whoCanSee(coordinate: "query.person(personref)")',
      "The schema has no such coordinate. Nearest valid: Query.person(personRef:).",
    ],
    ['whatSees(office: "RRK_MUNSTER")', "There is nothing of that name. Nearest valid: RRK_MUENSTER."],
    ['whatSees(office: "abh_05554")', "There is nothing of that name. Nearest valid: ABH_05554."],
    ['whatSees(office: "RRK", role: "LED")', "There is nothing of that name. Nearest valid: LEAD."],
    ['policyMatrix(purpose: "WORKLST")', "There is nothing of that name. Nearest valid: WORKLIST."],
    ['policyMatrix(category: "CONVICTON")', "There is nothing of that name. Nearest valid: CONVICTION."],
    ['policyMatrix(policyVersion: "x")', "No policy of that version is on record."],
  ])("%s is refused: an empty list always means nobody", async ([field = "", message]) => {
    expect(await ask(field)).toMatchObject({ rights: null, codes: ["INVALID_INPUT"], messages: [message] });
  });

  test("a grant without the category reads nothing of the policy", async () => {
    const { data, codes } = await world.ask('{ whoCanSee(coordinate: "Person.familyName") { office } }');
    expect([data?.whoCanSee ?? null, codes]).toEqual([null, ["FIELD_NOT_GRANTED"]]);
  });

  test("who gains or loses what, from one version to another or to the one in force", async () => {
    const selection = "{ effect office role purpose action category categoryName relation where since until rules }";
    const lost = (role: string) => ({
      effect: "LOSES",
      office: "RRK",
      role,
      purpose: "CASE_MANAGEMENT",
      action: "SEE",
      category: "CONVICTION",
      categoryName: "Verurteilung",
      relation: "OWN_CASE",
      where: null,
      since: null,
      until: null,
      rules: ["R-RRK-01"],
    });
    expect((await ask(`policyChanges(from: "${old.version}")`, selection)).rights).toEqual([
      lost("CASEWORKER"),
      lost("LEAD"),
    ]);
    expect((await ask(`policyChanges(from: "${old.version}", to: "${old.version}")`, selection)).rights).toEqual([]);
    expect(await ask('policyChanges(from: "x")', selection)).toMatchObject({ rights: null, codes: ["INVALID_INPUT"] });
  });

  describe("why an operation is answered as it is", () => {
    const explain = (operation: string, more = 'role: "LEAD"') =>
      ask(
        `explainOperation(office: "RRK_MUENSTER", ${more}, purpose: "CASE_MANAGEMENT", policyVersion: "${old.version}", operation: ${JSON.stringify(operation)})`,
        "{ path coordinate verdict tests withheld category rights { relation rule { id } } prohibitions { id } }",
      );

    test("tells each field, what it tests, by which right, and what withholds it", async () => {
      const { rights } = await explain(
        '{ persons(filter: { familyNamePrefix: "A" }) { edges { node { convictions { court } custody { from } } } } }',
      );
      const told = rights.map((each: Record<string, unknown>) => [each.path, each.verdict, each.tests, each.category]);
      expect(told).toEqual([
        ["persons", "ALLOW_IF", ["PersonFilter.familyNamePrefix"], null],
        ["persons.edges", "ALLOW_IF", [], null],
        ["persons.edges.node", "ALLOW_IF", [], null],
        ["persons.edges.node.convictions", "ALLOW_IF", [], null],
        ["persons.edges.node.convictions.court", "ALLOW_IF", [], null],
        ["persons.edges.node.custody", "WITHHOLD", [], "CUSTODY"],
        ["persons.edges.node.custody.from", "NOT_ASKED", [], null],
      ]);
      expect(rights[4].rights).toEqual([{ relation: "OWN_CASE", rule: { id: "R-RRK-01" } }]);
    });

    test.for([
      ["{ person", "The text holds no operation of that name, or a fragment of it is missing."],
      [
        "{ ...a } fragment a on Query { ...a }",
        "The text holds no operation of that name, or a fragment of it is missing.",
      ],
      ["{ person { familyNam } }", "The schema has no such coordinate. Nearest valid: Person.familyName."],
      ["{ prson { familyName } }", "The schema has no such coordinate. Nearest valid: Query.person."],
      ["{ person { relationFacts } }", expect.stringContaining("The schema has no such coordinate.")],
    ])("%s cannot be explained", async ([operation = "", message]) => {
      expect(await explain(operation)).toMatchObject({ rights: null, codes: ["INVALID_INPUT"], messages: [message] });
    });

    test("a role and variables that are none are refused", async () => {
      expect((await explain("{ catalogue { version } }", 'role: "LED"')).codes).toEqual(["INVALID_INPUT"]);
      expect((await explain("{ catalogue { version } }", 'role: "LEAD", variables: "[]"')).messages).toEqual([
        "Give the variables as a JSON object.",
      ]);
    });
  });

  test("drafts of what the controller owes, out of the policy in force on the date of the question", async () => {
    const { data, codes } = await world.ask(
      "{ processingDraft(document: RECORD_OF_PROCESSING) { title policyVersion sections { heading facts blanks } } }",
      {},
      officer,
    );
    expect(codes).toEqual([]);
    const { sections, ...rest } = JSON.parse(JSON.stringify(data.processingDraft));
    expect(rest).toEqual({
      title: "Verzeichnis von Verarbeitungstätigkeiten (Art. 30 DSGVO)",
      policyVersion: now.version,
    });
    const categories = sections.find(({ heading }: { heading: string }) => heading.startsWith("Kategorien personen"));
    expect(categories.facts.join()).not.toContain("Verurteilung");
    expect(sections[0]).toMatchObject({ facts: [], blanks: [expect.any(String), expect.any(String)] });
  });

  test("what a draft would have made of the accesses on record: numbers, and nobody by name", async () => {
    const draft = recordOf({
      ...smallPolicy,
      "rules/rrk.yaml": smallPolicy["rules/rrk.yaml"]?.replace("CASE, CONVICTION", "CASE, CUSTODY") ?? "",
    });
    writeFileSync(join(world.folder, draftFileName(draft.version)), JSON.stringify(draft));
    const withheld = [{ coordinate: "Person.custody", category: "CUSTODY", prohibitions: [] }];
    const worked = { rules: { "Person.familyName": ["R-RRK-01"], "Conviction.court": ["R-RRK-01"] } };
    const subjects = [{ personRef: "P-SHOWCASE0001", coordinates: ["Person.familyName", "Conviction.court"] }];
    await world.record(
      "a",
      access("a", { ...worked, subjects, withheld }),
      access("b", { ...worked, subjects, outcome: "REFUSED", refusalCode: "CEILING_REACHED" }),
      access("c", { rules: {}, withheld, subjects: [], outcome: "REFUSED", refusalCode: "MUTATION_REFUSED" }),
    );
    const both = { ...officer, entries: [...officer.entries, ...grantEntries("SEE", ["ACCESS_RECORD"], ["ANY"], [])] };
    const simulated = async (since: string) => {
      const { data, codes } = await world.ask(
        `{ simulatePolicy(draft: "${draft.version}", since: "${since}") { replayed changed changes { office role purpose coordinate effect accesses staff persons } } }`,
        {},
        both,
      );
      expect(codes).toEqual([]);
      return data.simulatePolicy;
    };
    const change = { office: "RRK_MUENSTER", role: "CASEWORKER", purpose: "CASE_MANAGEMENT", staff: 1 };
    expect(await simulated("2026-06-01")).toEqual({
      replayed: 2,
      changed: 2,
      changes: [
        { ...change, coordinate: "Conviction.court", effect: "REFUSED", accesses: 1, persons: 1 },
        { ...change, coordinate: "Person.custody", effect: "SEEN", accesses: 2, persons: 1 },
      ],
    });
    expect(await simulated("2030-01-01")).toEqual({ replayed: 0, changed: 0, changes: [] });
    expect(
      (await ask(`policyChanges(from: "${now.version}", to: "${draft.version}")`, "{ effect category }")).rights,
    ).toEqual(expect.arrayContaining([{ effect: "GAINS", category: "CUSTODY" }]));
  });
});
