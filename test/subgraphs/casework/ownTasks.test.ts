import { afterAll, beforeAll, expect, test } from "vitest";
import type { GrantClaims } from "../../../schema/grant.ts";
import { aGrant } from "../aGrant.ts";
import { grantEntries } from "../grantEntries.ts";
import { anAdmittedCase } from "./aCase.ts";
import { aPerson } from "./aPerson.ts";
import { askers } from "./askers.ts";
import { type CaseworkWorld, openCaseworkWorld } from "./caseworkWorld.ts";
import { mutate } from "./mutate.ts";

/** Measures for three offices, and requests for consent to two prosecutors' offices, one of which has answered. */
const caseRef = "FM-2026-0001";
/** A case of another person in which the police of Münster and StA Dortmund take part, too. */
const another = "FM-2026-0002";

let world: CaseworkWorld;

beforeAll(async () => {
  world = await openCaseworkWorld();
  await world.populate(aPerson("P-ONE", anAdmittedCase(caseRef)), aPerson("P-TWO", anAdmittedCase(another)));
  const add = (ref: string, office: string) =>
    mutate(world, askers.rrkMuenster, "addMeasure", { caseRef: ref, kind: "HEARING", office, dueOn: "2026-07-01" });
  for (const office of ["POLICE_MUENSTER", "LKA_NRW", "ZAB_COESFELD"]) await add(caseRef, office);
  await add(another, "POLICE_MUENSTER");
  for (const office of ["STA_R2700S", "STA_R2400S"])
    await mutate(world, askers.rrkMuenster, "requestConsent", { caseRef, office, plannedMeasure: "EXPULSION_ORDER" });
  await mutate(world, askers.staMuenster, "answerConsent", { caseRef, answer: "REFUSED" });
});
afterAll(() => world.close());

/** A grant as the policy gives it to offices that see the state of a case, and of what is in it their own. */
function taking(office: string, relation: string): GrantClaims {
  return aGrant(office, [
    ...grantEntries("SEE", ["CASE"], [relation]),
    ...grantEntries("SEE", ["MEASURE", "PROSECUTOR_CONSENT"], ["OWN_RECORD"]),
    ...grantEntries("SEE", ["RELATION_FACTS"], ["ANY"], []),
  ]);
}

async function read(grant: GrantClaims, ref = caseRef) {
  const selection = "measures { relationFacts office { id } } consents { relationFacts office { id } state }";
  const { data } = await world.ask(grant, `{ case(caseRef: "${ref}") { ${selection} } }`);
  return data?.case;
}

const own = (id: string) => ({ relationFacts: ["OWN_RECORD"], office: { id } });

test.each(["POLICE_MUENSTER", "LKA_NRW"])(
  "%s reads the measure that it is to carry out, and no other of the case",
  async (office) => {
    expect(await read(taking(office, "PARTICIPATING_CASE"))).toEqual({ measures: [own(office)], consents: [] });
  },
);

test("ZAB Coesfeld reads its own measures of the case", async () => {
  const { measures } = await read(taking("ZAB_COESFELD", "ADMITTED_CASE"));
  expect(new Set(measures.map(({ office }: { office: { id: string } }) => office.id))).toEqual(
    new Set(["ZAB_COESFELD"]),
  );
});

test.each([
  ["STA_R2700S", "REFUSED"],
  ["STA_R2400S", "REQUESTED"],
])("%s reads that its own consent is %s, and of the other request nothing", async (office, state) => {
  expect(await read(taking(office, "CONSENT_REQUEST"))).toEqual({
    measures: [],
    consents: [{ ...own(office), state }],
  });
});

test.each([
  ["STA_R2700S", "REFUSED", 1],
  ["STA_R2700S", "REQUESTED", 0],
  ["STA_R2400S", "REFUSED", 0],
  ["STA_R2400S", "REQUESTED", 1],
])(
  "A list that %s narrows by consent %s holds %i cases: the filter tests its own request alone",
  async (office, state, count) => {
    const query = `{ cases(filter: { consentState: ${state} }) { totalCount edges { node { caseRef } } } }`;
    const { data } = await world.ask(taking(office, "CONSENT_REQUEST"), query);
    expect(data?.cases).toEqual({ totalCount: count, edges: Array(count).fill({ node: { caseRef } }) });
  },
);

test("RRK Münster, in charge, reads all of them", async () => {
  const { measures, consents } = await read(askers.rrkMuenster);
  const offices = new Set(measures.map(({ office }: { office: { id: string } }) => office.id));
  expect(offices).toEqual(offices.union(new Set(["POLICE_MUENSTER", "LKA_NRW", "ZAB_COESFELD"])));
  expect(consents).toHaveLength(2);
});

test("An own record in one case opens nothing in a case in which the office takes no part", async () => {
  const lka = taking("LKA_NRW", "PARTICIPATING_CASE");
  const { data } = await world.ask(
    lka,
    `{ _entities(representations: [{ __typename: "Case", caseRef: "${another}" }]) { ... on Case { measures { office { id } } } } }`,
  );
  expect(data).toEqual({ _entities: [{ measures: null }] });
});
