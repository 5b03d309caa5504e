import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openLogFolder } from "../../../gateway/audit/openLogFolder.ts";
import { publishPolicy } from "../../../gateway/audit/publishPolicy.ts";
import { loadSupergraph } from "../../../gateway/loadSupergraph.ts";
import { policyRecord } from "../../../gateway/officer/policyRecord.ts";
import { parsePolicy } from "../../../gateway/policy/reading/parsePolicy.ts";
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
    ['whoCanSee(coordinate: "Conviction.cort")', "The schema has no such coordinate. Write it like Type.field."],
    ['whatSees(office: "RRK_MUNSTER")', "There is nothing of that name. policyMatrix tells the names that there are."],
    [
      'whatSees(office: "RRK", role: "LED")',
      "There is nothing of that name. policyMatrix tells the names that there are.",
    ],
    ['policyMatrix(purpose: "WORKLST")', "There is nothing of that name. policyMatrix tells the names that there are."],
    [
      'policyMatrix(category: "CONVICTON")',
      "There is nothing of that name. policyMatrix tells the names that there are.",
    ],
    ['policyMatrix(policyVersion: "x")', "No policy of that version is on record."],
  ])("%s is refused: an empty list always means nobody", async ([field = "", message]) => {
    expect(await ask(field)).toMatchObject({ rights: null, codes: ["INVALID_INPUT"], messages: [message] });
  });

  test("a grant without the category reads nothing of the policy", async () => {
    const { data, codes } = await world.ask('{ whoCanSee(coordinate: "Person.familyName") { office } }');
    expect([data?.whoCanSee ?? null, codes]).toEqual([null, ["FIELD_NOT_GRANTED"]]);
  });
});
