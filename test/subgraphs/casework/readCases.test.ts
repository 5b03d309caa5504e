import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GrantClaims } from "../../../schema/grant.ts";
import { aCase, anAdmittedCase } from "./aCase.ts";
import { aPerson } from "./aPerson.ts";
import { askers } from "./askers.ts";
import { type CaseworkWorld, openCaseworkWorld } from "./caseworkWorld.ts";

let world: CaseworkWorld;

beforeAll(async () => {
  world = await openCaseworkWorld();
  await world.populate(
    aPerson(
      "P-TWO-CASES",
      aCase("FM-2025-0001", { rrk: "RRK_KOELN", openedOn: "2025-09-01", state: "SUSPENDED", admittedOn: "2025-10-01" }),
      anAdmittedCase("FM-2026-0001", { consent: "REQUESTED" }),
    ),
    aPerson("P-REFUSED", anAdmittedCase("FM-2026-0002", { consent: "REFUSED" })),
    aPerson("P-PROPOSED", aCase("FM-2026-0003")),
    aPerson("P-BLOCKED", aCase("FM-2026-0004")),
    ...Array.from({ length: 20 }, (_, index) =>
      aPerson(
        `P-PAGE-${index}`,
        anAdmittedCase(`FM-2026-${1000 + index}`, { consent: "GIVEN", ground: "SOCIAL_CONDUCT" }),
      ),
    ),
  );
  await world.block("P-BLOCKED");
  await world.relate("STA_R2400S", "P-REFUSED", "OWN_INVESTIGATION", "100 Js 1/26");
});
afterAll(() => world.close());

interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { readonly caseRef: string } }[];
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
}

async function page(asker: GrantClaims, args: string): Promise<Page> {
  const query = `{ cases(${args}) { totalCount edges { node { caseRef } } pageInfo { endCursor hasNextPage } } }`;
  const { data, errors } = await world.ask(asker, query);
  expect(errors).toBeUndefined();
  return data?.cases as Page;
}

const refs = ({ edges }: Page) => edges.map(({ node }) => node.caseRef);

describe("The list of cases", () => {
  test.each([
    ["rrkMuenster", "PROPOSED", ["FM-2026-0003"]],
    ["rrkKoeln", "PROPOSED", []],
    ["rrkKoeln", "SUSPENDED", ["FM-2025-0001"]],
    ["zabCoesfeld", "SUSPENDED", ["FM-2025-0001"]],
    ["abhBorken", "PROPOSED", ["FM-2026-0003"]],
    ["staDortmund", "ADMITTED", []],
  ] as const)(
    "shows %s these %s cases, and never that of a person under the large transfer block",
    async (asker, state, expected) => {
      const found = await page(askers[asker], `filter: { state: ${state} }`);
      expect(refs(found)).toEqual(expected);
      expect(found.totalCount).toBe(expected.length);
    },
  );

  test.each([
    ["REQUESTED", ["FM-2026-0001"]],
    ["REFUSED", ["FM-2026-0002"]],
    ["NOT_REQUIRED", []],
  ])("is narrowed by consent %s", async (state, expected) => {
    expect(refs(await page(askers.rrkMuenster, `filter: { consentState: ${state} }`))).toEqual(expected);
  });

  test("is not narrowed by a consent that was due for deletion the day before: it reads as gone", async () => {
    const set = (day: string | null) =>
      world.rows(sql`UPDATE casework.prosecutor_consent SET delete_by = ${day} WHERE case_ref = 'FM-2026-0002'`);
    const dayBefore = "2026-06-14";
    await set(dayBefore);
    expect(refs(await page(askers.rrkMuenster, "filter: { consentState: REFUSED }"))).toEqual([]);
    await set(null);
  });

  test("is not narrowed by consent for an office that may not read consent, not even to an empty list", async () => {
    const { data, errors } = await world.ask(
      askers.zabCoesfeld,
      "{ cases(filter: { consentState: REFUSED }) { edges { node { caseRef } } } }",
    );
    expect(data?.cases).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: "FIELD_NOT_GRANTED" } }]);
  });

  test("shows an office that reads consent under another relation no case by it", async () => {
    const consentOfOwnProceedings = {
      category: "PROSECUTOR_CONSENT",
      action: "SEE" as const,
      when: ["OWN_INVESTIGATION"],
      unless: [],
    };
    const entries = askers.rrkMuenster.entries.filter(({ category }) => category !== "PROSECUTOR_CONSENT");
    const asker = { ...askers.rrkMuenster, entries: [...entries, consentOfOwnProceedings] };
    expect((await page(asker, "filter: { consentState: REFUSED }")).totalCount).toBe(0);
  });

  test("pages through all 23 cases by cursor without gap or repetition", async () => {
    const seen: string[] = [];
    let after = "";
    for (let hasNextPage = true; hasNextPage; ) {
      const found = await page(askers.rrkMuenster, `first: 5${after}`);
      seen.push(...refs(found));
      after = `, after: "${found.pageInfo.endCursor}"`;
      hasNextPage = found.pageInfo.hasNextPage;
      expect(found.totalCount).toBe(23);
    }
    expect(seen).toHaveLength(23);
    expect(seen).toEqual([...new Set(seen)].sort());
  });

  test.each([
    ["first: 0", "first"],
    ["first: 201", "first"],
    [`after: "elsewhere"`, "after"],
  ])("refuses %s and names the argument", async (args, field) => {
    const { errors } = await world.ask(askers.rrkMuenster, `{ cases(${args}) { totalCount } }`);
    expect(errors).toMatchObject([{ extensions: { code: "INVALID_INPUT", field } }]);
  });

  test("of a stated case holds the cases of that case's person alone", async () => {
    const asker = { ...askers.rrkMuenster, caseRef: "FM-2026-0002" };
    expect(refs(await page(asker, "first: 20"))).toEqual(["FM-2026-0002"]);
  });
});

describe("A person with a case at RRK Köln and one at RRK Münster", () => {
  test.each([
    ["rrkKoeln", ["FM-2025-0001"]],
    ["rrkMuenster", ["FM-2026-0001"]],
    ["zabCoesfeld", ["FM-2025-0001", "FM-2026-0001"]],
  ] as const)("has for %s the cases %s", async (asker, caseRefs) => {
    const { data } = await world.ask(
      askers[asker],
      `{ _entities(representations: [{ __typename: "Person", personRef: "P-TWO-CASES" }]) { ... on Person { cases { caseRef } } } }`,
    );
    expect(data).toEqual({ _entities: [{ cases: caseRefs.map((caseRef) => ({ caseRef })) }] });
  });
});

const everything = `caseRef relationFacts dataSubject state rrk { id } lead openedOn closedOn ground proposedBy { id } proposalReason
  history { at kind office { id } by } admissionDecisions { outcome reason decidedBy } conferences { on participants { id } resolution }
  measures { kind office { id } dueOn state } consents { office { id } state } deadlines { subject dueOn norm }
  person { personRef cases { caseRef } socialConductReports { category provenance { factId } } caseworkFacts { key value } }`;

test("Twenty cases with all that belongs to them cost as many SQL statements as one", async () => {
  const list = (first: number) => () =>
    world.ask(askers.rrkMuenster, `{ cases(first: ${first}) { edges { node { ${everything} } } } }`);
  const forOne = await world.statementsOf(list(1));
  expect(await world.statementsOf(list(20))).toBe(forOne);
  // The list, two relation look-ups, the case, its six parts, and three tables by person.
  expect(forOne).toBe(13);
});
