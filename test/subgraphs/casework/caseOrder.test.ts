import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GrantClaims } from "../../../schema/grant.ts";
import { caseFact } from "../../../subgraphs/casework/caseFact.ts";
import { deadline, measure } from "../../../subgraphs/casework/tables.ts";
import { aGrant } from "../aGrant.ts";
import { grantEntries } from "../grantEntries.ts";
import { anAdmittedCase } from "./aCase.ts";
import { aPerson } from "./aPerson.ts";
import { askers } from "./askers.ts";
import { type CaseworkWorld, openCaseworkWorld } from "./caseworkWorld.ts";

/** Measures (office, due on, state) and ends of deadlines of a case. */
interface Due {
  readonly measures: readonly (readonly [office: string, dueOn: string, state: "OPEN" | "DONE"])[];
  readonly deadlines: readonly string[];
}

/** On 15 June 2026. */
const cases: Readonly<Record<string, Due>> = {
  "FM-1": { measures: [["ZAB_COESFELD", "2026-06-10", "OPEN"]], deadlines: ["2026-06-14", "2026-07-20"] },
  "FM-2": { measures: [["RRK_MUENSTER", "2026-06-01", "OPEN"]], deadlines: ["2026-06-15"] },
  "FM-3": {
    measures: [
      ["ZAB_COESFELD", "2026-05-01", "DONE"],
      ["ZAB_COESFELD", "2026-06-20", "OPEN"],
    ],
    deadlines: ["2026-06-01"],
  },
  "FM-4": { measures: [["ZAB_COESFELD", "2026-06-10", "OPEN"]], deadlines: [] },
  "FM-5": { measures: [], deadlines: ["2026-07-20"] },
};

/** As the policy has it for a ZAB: the state of every admitted case, and of the measures its own. */
const zabCoesfeld = aGrant("ZAB_COESFELD", [
  ...grantEntries("SEE", ["CASE"], ["ADMITTED_CASE"]),
  ...grantEntries("SEE", ["MEASURE"], ["OWN_RECORD"]),
  ...grantEntries("SEE", ["RELATION_FACTS"], ["ANY"], []),
]);

let world: CaseworkWorld;

beforeAll(async () => {
  world = await openCaseworkWorld();
  const { owner } = world.store;
  await world.populate(...Object.keys(cases).map((caseRef) => aPerson(`P-${caseRef}`, anAdmittedCase(caseRef))));
  await owner.delete(measure);
  await owner.delete(deadline);
  const fact = (kind: "measure" | "deadline", caseRef: string) =>
    caseFact(kind, {
      caseRef,
      personRef: `P-${caseRef}`,
      office: "RRK_MUENSTER",
      on: "2026-04-01",
      at: "2026-04-01T10:00:00Z",
    });
  for (const [caseRef, { measures, deadlines }] of Object.entries(cases)) {
    for (const [position, [office, dueOn, state]] of measures.entries())
      await owner
        .insert(measure)
        .values({ ...fact("measure", caseRef), position, measureKind: "HEARING", office, dueOn, state });
    for (const dueOn of deadlines)
      await owner
        .insert(deadline)
        .values({ ...fact("deadline", caseRef), subject: "Wiedervorlage", norm: "§ 10 VwVfG", dueOn });
  }
});
afterAll(() => world.close());

interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { readonly caseRef: string } }[];
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
}

const ask = (asker: GrantClaims, args: string) =>
  world.ask(asker, `{ cases(${args}) { totalCount edges { node { caseRef } } pageInfo { endCursor hasNextPage } } }`);

async function page(asker: GrantClaims, args: string): Promise<Page> {
  const { data, errors } = await ask(asker, args);
  expect(errors).toBeUndefined();
  return data?.cases;
}

async function listed(asker: GrantClaims, args: string): Promise<readonly string[]> {
  const { edges, totalCount } = await page(asker, args);
  expect(totalCount).toBe(edges.length);
  return edges.map(({ node }) => node.caseRef);
}

describe("The cases of RRK Münster", () => {
  test.each([
    ["by reference", "orderBy: CASE_REF", ["FM-1", "FM-2", "FM-3", "FM-4", "FM-5"]],
    [
      "by their next measure, whoever carries it out",
      "orderBy: NEXT_MEASURE",
      ["FM-2", "FM-1", "FM-4", "FM-3", "FM-5"],
    ],
    ["by their next deadline, past ones aside", "orderBy: NEXT_DEADLINE", ["FM-2", "FM-1", "FM-5", "FM-3", "FM-4"]],
    ["with a measure due until 10 June", 'filter: { measureDueUntil: "2026-06-10" }', ["FM-1", "FM-2", "FM-4"]],
    ["with a measure due until 9 June", 'filter: { measureDueUntil: "2026-06-09" }', ["FM-2"]],
    ["with a deadline until 19 July", 'filter: { deadlineUntil: "2026-07-19" }', ["FM-2"]],
    [
      "with a deadline until 20 July, next first",
      'filter: { deadlineUntil: "2026-07-20" }, orderBy: NEXT_DEADLINE',
      ["FM-2", "FM-1", "FM-5"],
    ],
  ])("are listed %s", async (_, args, expected) => {
    expect(await listed(askers.rrkMuenster, args)).toEqual(expected);
  });

  test.each(["NEXT_MEASURE", "NEXT_DEADLINE"])("by %s are paged through without gap or repetition", async (orderBy) => {
    const whole = await listed(askers.rrkMuenster, `orderBy: ${orderBy}`);
    const seen: string[] = [];
    for (let after = "", more = true; more; ) {
      const { edges, pageInfo } = await page(askers.rrkMuenster, `first: 2, orderBy: ${orderBy}${after}`);
      seen.push(...edges.map(({ node }) => node.caseRef));
      after = `, after: "${pageInfo.endCursor}"`;
      more = pageInfo.hasNextPage;
    }
    expect(seen).toEqual(whole);
  });

  test("by reference have cursors that the list by measure refuses, and names the argument", async () => {
    const { endCursor } = (await page(askers.rrkMuenster, "first: 1")).pageInfo;
    const { errors } = await ask(askers.rrkMuenster, `orderBy: NEXT_MEASURE, after: "${endCursor}"`);
    expect(errors).toMatchObject([{ extensions: { code: "INVALID_INPUT", field: "after" } }]);
  });
});

describe("ZAB Coesfeld, which reads its own measures alone", () => {
  test.each([
    [
      "its list of tasks, overdue ones first",
      'filter: { measureDueUntil: "2026-06-30" }, orderBy: NEXT_MEASURE',
      ["FM-1", "FM-4", "FM-3"],
    ],
    ["nothing by the measure of another office", 'filter: { measureDueUntil: "2026-06-09" }', []],
    [
      "a case last in which only others have something to do",
      "orderBy: NEXT_MEASURE",
      ["FM-1", "FM-4", "FM-3", "FM-2", "FM-5"],
    ],
  ])("has %s", async (_, args, expected) => {
    expect(await listed(zabCoesfeld, args)).toEqual(expected);
  });

  test.each(['filter: { deadlineUntil: "2026-12-31" }', "orderBy: NEXT_DEADLINE"])(
    "is refused %s: it may not read deadlines, not even by an order",
    async (args) => {
      const { data, errors } = await ask(zabCoesfeld, args);
      expect(data?.cases).toBeNull();
      expect(errors).toMatchObject([{ extensions: { code: "FIELD_NOT_GRANTED" } }]);
    },
  );
});
