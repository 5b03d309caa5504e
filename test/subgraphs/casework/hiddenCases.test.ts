import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aCase, anAdmittedCase } from "./aCase.ts";
import { aPerson } from "./aPerson.ts";
import { askers } from "./askers.ts";
import { type CaseworkWorld, openCaseworkWorld } from "./caseworkWorld.ts";

let world: CaseworkWorld;

beforeAll(async () => {
  world = await openCaseworkWorld();
  await world.populate(
    aPerson("P-SEEN", aCase("FM-2026-0001", { rrk: "RRK_KOELN", consent: "REQUESTED" })),
    aPerson("P-HIDDEN", anAdmittedCase("FM-2026-0002", { rrk: "RRK_MUENSTER", consent: "REQUESTED" })),
    aPerson("P-BLOCKED", anAdmittedCase("FM-2026-0003", { rrk: "RRK_KOELN", consent: "REQUESTED" })),
    aPerson(
      "P-OVER",
      aCase("FM-2024-0004", { rrk: "RRK_KOELN", state: "REJECTED", closedOn: "2024-05-01", openedOn: "2024-03-01" }),
    ),
  );
  await world.block("P-BLOCKED");
});
afterAll(() => world.close());

/** Cases that RRK Köln must not learn of, and one that is not there. */
const hidden = {
  "that does not exist": ["FM-2026-9999", "P-NOBODY"],
  "of another RRK": ["FM-2026-0002", "P-HIDDEN"],
  "of its own, whose person is under the large transfer block": ["FM-2026-0003", "P-BLOCKED"],
  "of its own, rejected two years ago": ["FM-2024-0004", "P-OVER"],
} as const;

const reason = "Nach Prüfung der Akten im Einzelfall entschieden.";

type Question = (caseRef: string, personRef: string) => readonly [asker: keyof typeof askers, query: string];

/** Every way to ask about a case, or about a person as a case of which it could show. */
const questions: Readonly<Record<string, Question>> = {
  "reads the case": (caseRef) => [
    "rrkKoeln",
    `{ case(caseRef: "${caseRef}") { caseRef state relationFacts person { personRef } } }`,
  ],
  "reads the case by reference": (caseRef) => [
    "rrkKoeln",
    `{ _entities(representations: [{ __typename: "Case", caseRef: "${caseRef}" }]) {
      ... on Case { state rrk { id } history { kind } consents { state } measures { id } deadlines { id } } } }`,
  ],
  "reads the person by reference": (_, personRef) => [
    "rrkKoeln",
    `{ _entities(representations: [{ __typename: "Person", personRef: "${personRef}" }]) {
      ... on Person { cases { caseRef } socialConductReports { id } caseworkFacts { key value } } } }`,
  ],
  "decides on admission": (caseRef) => [
    "rrkKoeln",
    `mutation { decideAdmission(input: { caseRef: "${caseRef}", outcome: REJECT, reason: "${reason}" }) { case { caseRef } } }`,
  ],
  "adds a measure": (caseRef) => [
    "rrkKoeln",
    `mutation { addMeasure(input: { caseRef: "${caseRef}", kind: HEARING, office: "ABH_05554", dueOn: "2026-07-01" }) { case { caseRef } } }`,
  ],
  "asks for consent": (caseRef) => [
    "rrkKoeln",
    `mutation { requestConsent(input: { caseRef: "${caseRef}", office: "STA_R2400S", plannedMeasure: HEARING }) { case { caseRef } } }`,
  ],
  "proposes the person": (_, personRef) => [
    "rrkKoeln",
    `mutation { proposeCase(input: { personRef: "${personRef}", ground: OFFENCES, reason: "${reason}" }) { case { caseRef } } }`,
  ],
  "answers as a prosecutor's office that was not asked": (caseRef) => [
    "staDortmund",
    `mutation { answerConsent(input: { caseRef: "${caseRef}", answer: GIVEN }) { case { caseRef } } }`,
  ],
};

describe.each(Object.entries(questions))("When an office %s", (_, question) => {
  const isMutation = question("", "")[1].startsWith("mutation");

  test.each(Object.entries(hidden))(
    "a case %s gives the same bytes by as many SQL statements",
    async (_, [caseRef, personRef]) => {
      const stored = await everything();
      const absent = await ask(question, ...hidden["that does not exist"]);
      expect(await ask(question, caseRef, personRef)).toEqual(absent);
      expect(await everything()).toEqual(stored);
      if (isMutation) {
        expect(JSON.parse(absent.body)).toMatchObject({
          errors: [{ message: "There is no such record for this requester.", extensions: { code: "NOT_FOUND" } }],
        });
      }
    },
  );
});

test.each(Object.entries(questions).filter(([title]) => title.startsWith("reads")))(
  "When an office %s, a case of its own gives another answer than one that does not exist",
  async (_, question) => {
    const absent = await ask(question, ...hidden["that does not exist"]);
    expect((await ask(question, "FM-2026-0001", "P-SEEN")).body).not.toEqual(absent.body);
  },
);

async function ask(question: Question, caseRef: string, personRef: string) {
  const [asker, query] = question(caseRef, personRef);
  let body = "";
  const statements = await world.statementsOf(async () => {
    body = JSON.stringify(await world.ask(askers[asker], query));
  });
  return { body, statements };
}

/** Number of rows by table, and the states of cases. */
async function everything() {
  return world.rows(sql`SELECT (SELECT count(*) FROM casework.case_event) AS events,
    (SELECT count(*) FROM casework.measure) AS measures, (SELECT count(*) FROM casework.admission_decision) AS decisions,
    (SELECT string_agg(state, ' ' ORDER BY fact_id) FROM casework.prosecutor_consent) AS consents,
    (SELECT string_agg(case_ref || state, ' ' ORDER BY case_ref) FROM casework."case") AS cases,
    (SELECT count(*) FROM directory.relation) AS relations`);
}
