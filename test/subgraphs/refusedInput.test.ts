import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GrantClaims } from "../../schema/grant.ts";
import { casework } from "../../subgraphs/casework/subgraph.ts";
import { criminalRecords } from "../../subgraphs/criminal-records/subgraph.ts";
import { immigration } from "../../subgraphs/immigration/subgraph.ts";
import { scoring } from "../../subgraphs/scoring/subgraph.ts";
import type { Subgraph } from "../../subgraphs/shell/Subgraph.ts";
import { aGrant } from "./aGrant.ts";
import { anAdmittedCase } from "./casework/aCase.ts";
import { aPerson } from "./casework/aPerson.ts";
import { grantEntries } from "./grantEntries.ts";
import { openRoom, type Room } from "./openRoom.ts";
import { contents, type TableContents } from "./population/contents.ts";
import { today } from "./today.ts";

const tomorrow = "2026-06-16";
const caseRef = "FM-2026-0001";
const reason = "Nach Prüfung der Akten im Einzelfall entschieden.";

/** What every fact is sent with; the day is that before the question. */
const envelope = {
  ticket: "T-1",
  reference: "R-1",
  changedAt: "2026-06-15T08:00:00Z",
  fileRef: "AZ 1",
  eventDate: "2026-06-14",
  legalBasis: "§ 87 AufenthG",
};
const threat = { code: "19", enforceable: true };
const toleration = { code: "16", validUntil: "2026-12-31" };
const asylum = { code: "01", kind: "FIRST", remedyPending: false };
const custody = { kind: "03", from: "2026-06-01" };
const offence = { provision: "§ 242 StGB", designation: "Diebstahl", committedOn: "2026-01-01", intentional: true };
const conviction = {
  court: "AG Münster",
  courtFileRef: "11 Ds 1/26",
  decidedOn: "2026-05-01",
  penalty: "IMPRISONMENT",
  months: 3,
  offences: [offence],
};
const event = { date: "2026-06-01", category: "THREAT", fileRef: "OA-1" };
const measure = { caseRef, kind: "HEARING", office: "ABH_05554", dueOn: "2026-07-01" };
const deadline = { caseRef, kind: "CASE_REVIEW", eventDay: today, length: 2, unit: "WEEK" };
const conference = { caseRef, on: "2026-06-01", participants: ["ABH_05554"], agenda: ["Stand"], resolution: reason };

/** What is wrong, the input that says it, and the field that the refusal names. */
type Row = readonly [wrong: string, input: object, field: string];

interface Mutation {
  readonly subgraph: Subgraph;
  readonly query: string;
  readonly categories: readonly string[];
  /** The input that a row's stands in. */
  input(given: object): object;
  readonly rows: readonly Row[];
}

/** A fact as it is sent; what a row gives of the envelope replaces it. */
function facts(given: object) {
  return {
    profile: "test",
    profileVersion: "1",
    facts: [{ ...envelope, messageId: JSON.stringify(given).slice(0, 200), ...given }],
  };
}

const step = (mutation: string, type: string, category: string, rows: readonly Row[]): Mutation => ({
  subgraph: casework,
  query: `mutation ($input: ${type}!) { ${mutation}(input: $input) { case { caseRef } } }`,
  categories: [category],
  input: (given) => given,
  rows,
});

// biome-ignore format: a table, a row a line
const mutations: Readonly<Record<string, Mutation>> = {
  supplyResidenceFacts: {
    subgraph: immigration,
    query: "mutation ($input: SupplyResidenceFactsInput!) { supplyResidenceFacts(input: $input) { facts { outcome reason field } } }",
    categories: ["RESIDENCE_RECORD_SUPPLY", "RESIDENCE_SUPPLY", "ASYLUM_SUPPLY"],
    input: facts,
    rows: [
      ["an unknown code of residence status", { residenceStatus: { code: "XX" } }, "code"],
      ["an unknown code of expulsion", { expulsion: { code: "XX" } }, "code"],
      ["an unknown code of removal threat", { removalThreat: { ...threat, code: "XX" } }, "code"],
      ["an unknown code of entry ban", { entryBan: { code: "XX" } }, "code"],
      ["an unknown code of toleration", { toleration: { ...toleration, code: "XX" } }, "code"],
      ["the code of a revocation for a toleration", { toleration: { ...toleration, code: "17" } }, "code"],
      ["an unknown code of asylum", { asylumProcedure: { ...asylum, code: "XX" } }, "code"],
      ["a third paragraph of § 54", { expulsion: { code: "13", tier: 3 } }, "tier"],
      ["an unknown state of the clarification of identity", { identityClarification: { code: "99" } }, "code"],
      ["a warning given tomorrow", { identityClarification: { code: "03", warningGivenOn: tomorrow } }, "warningGivenOn"],
      ["a document valid until the year 9999", { travelDocument: { kind: "PASSPORT", present: true, validUntil: "9999-12-31" } }, "validUntil"],
      ["an event of tomorrow", { removalThreat: threat, eventDate: tomorrow }, "eventDate"],
      ["an event of the year 1000", { removalThreat: threat, eventDate: "1000-01-01" }, "eventDate"],
      ["served tomorrow", { expulsion: { code: "13", servedOn: tomorrow } }, "servedOn"],
      ["final tomorrow", { expulsion: { code: "13", finalOn: tomorrow } }, "finalOn"],
      ["served in the year 1000", { expulsion: { code: "13", servedOn: "1000-01-01" } }, "servedOn"],
      ["final before it was served", { expulsion: { code: "13", servedOn: "2026-06-10", finalOn: "2026-06-09" } }, "finalOn"],
      ["a status over before it begins", { residenceStatus: { code: "04", validUntil: "2026-06-13" } }, "validUntil"],
      ["a status until the year 9999", { residenceStatus: { code: "04", validUntil: "9999-12-31" } }, "validUntil"],
      ["a period over before it begins", { removalThreat: { ...threat, deadline: "2026-06-13" } }, "deadline"],
      ["a ban over before it begins", { entryBan: { code: "04", until: "2026-06-13" } }, "until"],
      ["a ban until the year 9999", { entryBan: { code: "04", until: "9999-12-31" } }, "until"],
      ["a toleration over before it begins", { toleration: { ...toleration, validUntil: "2026-06-13" } }, "validUntil"],
      ["a toleration revoked before it begins", { toleration: { ...toleration, endedOn: "2026-06-13" } }, "endedOn"],
      ["no obligation to leave, and yet enforceable", { obligationToLeave: { exists: false, enforceable: true } }, "enforceable"],
      ["to be deleted yesterday", { removalThreat: threat, deleteBy: "2026-06-14" }, "deleteBy"],
      ["to be deleted in the year 9999", { removalThreat: threat, deleteBy: "9999-12-31" }, "deleteBy"],
      ["a change in the year 9999, which nothing could follow", { removalThreat: threat, changedAt: "9999-12-31T00:00:00Z" }, "changedAt"],
      ["no file", { removalThreat: threat, fileRef: " " }, "fileRef"],
      ["no legal basis", { removalThreat: threat, legalBasis: "" }, "legalBasis"],
      ["a second part of one", { removalThreat: threat, part: 2, parts: 1 }, "part"],
    ],
  },
  supplyRecords: {
    subgraph: criminalRecords,
    query: "mutation ($input: SupplyRecordsInput!) { supplyRecords(input: $input) { facts { outcome reason field } } }",
    categories: ["RECORD_SUPPLY", "POLICE_FINDING_SUPPLY", "INVESTIGATION_SUPPLY", "CUSTODY_SUPPLY", "CONVICTION_SUPPLY", "WANTED_NOTICE_SUPPLY"],
    input: facts,
    rows: [
      ["a provision that is none", { investigation: { provisions: ["Diebstahl"], state: "OPEN", since: today } }, "provisions"],
      ["no provision", { investigation: { provisions: [], state: "OPEN", since: today } }, "provisions"],
      ["opened tomorrow", { investigation: { provisions: ["§ 242 StGB"], state: "OPEN", since: tomorrow } }, "since"],
      ["opened in the year 1000", { investigation: { provisions: ["§ 242 StGB"], state: "OPEN", since: "1000-01-01" } }, "since"],
      ["an unknown kind of custody", { custody: { ...custody, kind: "XX" } }, "kind"],
      ["custody from tomorrow", { custody: { ...custody, from: tomorrow } }, "from"],
      ["released before it began", { custody: { ...custody, endedOn: "2026-05-31" } }, "endedOn"],
      ["released tomorrow", { custody: { ...custody, endedOn: tomorrow } }, "endedOn"],
      ["expected to end before it began", { custody: { ...custody, expectedEnd: "2026-05-31" } }, "expectedEnd"],
      ["expected to end in the year 9999", { custody: { ...custody, expectedEnd: "9999-12-31" } }, "expectedEnd"],
      ["half-term before it began", { custody: { ...custody, halfTerm: "2026-05-31" } }, "halfTerm"],
      ["enforced by an office that does not", { custody: { ...custody, enforcedBy: "ABH_05554" } }, "enforcedBy"],
      ["no court", { conviction: { ...conviction, court: "" } }, "court"],
      ["decided tomorrow", { conviction: { ...conviction, decidedOn: tomorrow } }, "decidedOn"],
      ["decided in the year 1000", { conviction: { ...conviction, decidedOn: "1000-01-01" } }, "decidedOn"],
      ["final before it was decided", { conviction: { ...conviction, finalOn: "2026-04-30" } }, "finalOn"],
      ["final tomorrow", { conviction: { ...conviction, finalOn: tomorrow } }, "finalOn"],
      ["a sentence of minus three months", { conviction: { ...conviction, months: -3 } }, "months"],
      ["a sentence of minus one year, though the sum is positive", { conviction: { ...conviction, years: -1, months: 30 } }, "years"],
      ["a sentence of a thousand years", { conviction: { ...conviction, years: 1000 } }, "years"],
      ["imprisonment of no length", { conviction: { ...conviction, months: 0 } }, "months"],
      ["a fine of no day fines", { conviction: { ...conviction, penalty: "FINE" } }, "dayFines"],
      ["a fine of minus ten day fines", { conviction: { ...conviction, penalty: "FINE", dayFines: -10 } }, "dayFines"],
      ["a fine of more day fines than there are", { conviction: { ...conviction, penalty: "FINE", dayFines: 721 } }, "dayFines"],
      ["day fines beside imprisonment", { conviction: { ...conviction, dayFines: 10 } }, "dayFines"],
      ["wanted for nothing that is known", { wantedNotice: { purpose: "XX", since: today } }, "purpose"],
      ["wanted from tomorrow", { wantedNotice: { purpose: "17", since: tomorrow } }, "since"],
      ["a warrant that was lifted before it was issued", { wantedNotice: { purpose: "17", since: "2026-06-10", until: "2026-06-09" } }, "until"],
      ["a warrant that stands until the year 9999", { wantedNotice: { purpose: "17", since: "2026-06-10", until: "9999-12-31" } }, "until"],
      ["probation revoked that there was none of", { conviction: { ...conviction, suspensionRevokedOn: "2026-06-01" } }, "suspensionRevokedOn"],
      ["a sentence remitted tomorrow", { conviction: { ...conviction, probation: true, remainderRemittedOn: tomorrow } }, "remainderRemittedOn"],
      ["enforced before it was decided", { conviction: { ...conviction, enforcementSettledOn: "2026-04-30" } }, "enforcementSettledOn"],
      ["no offence", { conviction: { ...conviction, offences: [] } }, "offences"],
      ["an offence after its judgment", { conviction: { ...conviction, offences: [{ ...offence, committedOn: "2026-05-02" }] } }, "offences"],
      ["an offence of the year 1000", { conviction: { ...conviction, offences: [{ ...offence, committedOn: "1000-01-01" }] } }, "offences"],
      ["an offence of no provision", { conviction: { ...conviction, offences: [{ ...offence, provision: "Diebstahl" }] } }, "offences"],
    ],
  },
  announcePersons: {
    subgraph: immigration,
    query: "mutation ($input: [PersonDescription!]!) { announcePersons(input: $input) { __typename } }",
    categories: ["PERSON_ANNOUNCEMENT"],
    input: (given) => [{ reference: "1", fileRef: "AZ 1", familyName: "Amo", citizenships: ["GHA"], ...given }],
    rows: [
      ["born tomorrow", { dateOfBirth: tomorrow }, "input.0.dateOfBirth"],
      ["born in the year 1000", { dateOfBirth: "1000-01-01" }, "input.0.dateOfBirth"],
      ["born in 1899, as far as it is known", { dateOfBirth: "1899" }, "input.0.dateOfBirth"],
      ["born in the year 9999", { dateOfBirth: "9999-12" }, "input.0.dateOfBirth"],
      ["born on a day that no calendar has", { dateOfBirth: "1990-02-30" }, "input.0.dateOfBirth"],
      ["a country by a code of two letters", { citizenships: ["GH"] }, "input.0.citizenships"],
      ["a name of other letters", { familyName: "💀" }, "input.0.familyName"],
      ["no name", { familyName: null }, "input.0.familyName"],
      ["an authority that is none", { competentAuthority: "RRK_MUENSTER" }, "input.0.competentAuthority"],
    ],
  },
  proposeCase: step("proposeCase", "ProposeCaseInput", "CASE_PROPOSAL", [
    ["an event of tomorrow", { personRef: "P-1", ground: "SOCIAL_CONDUCT", reason, events: [{ ...event, date: tomorrow }] }, "input.events.0.date"],
    ["an event of the year 1000", { personRef: "P-1", ground: "SOCIAL_CONDUCT", reason, events: [{ ...event, date: "1000-01-01" }] }, "input.events.0.date"],
    ["one event told twice", { personRef: "P-1", ground: "SOCIAL_CONDUCT", reason, events: [event, event] }, "input.events.1"],
    ["social conduct without an event", { personRef: "P-1", ground: "SOCIAL_CONDUCT", reason }, "input.events"],
    ["no reason", { personRef: "P-1", ground: "OFFENCES", reason: " " }, "input.reason"],
    ["an RRK that is none", { personRef: "P-1", ground: "OFFENCES", reason, rrk: "ABH_05554" }, "input.rrk"],
  ]),
  decideAdmission: step("decideAdmission", "DecideAdmissionInput", "ADMISSION_DECISION", [
    ["no reason", { caseRef, outcome: "ADMIT", reason: "" }, "input.reason"],
  ]),
  confirmDecision: step("confirmDecision", "ConfirmDecisionInput", "ADMISSION_CONFIRMATION", [
    ["no reason", { caseRef, agrees: true, reason: "" }, "input.reason"],
  ]),
  addMeasure: step("addMeasure", "AddMeasureInput", "MEASURE", [
    ["due yesterday", { ...measure, dueOn: "2026-06-14" }, "input.dueOn"],
    ["due in the year 9999", { ...measure, dueOn: "9999-12-31" }, "input.dueOn"],
    ["an office that does not exist", { ...measure, office: "ABH_00000" }, "input.office"],
  ]),
  setDeadline: step("setDeadline", "SetDeadlineInput", "DEADLINE", [
    ["a length of minus two weeks", { ...deadline, length: -2 }, "input.length"],
    ["a length of ten thousand weeks", { ...deadline, length: 10_000 }, "input.length"],
    ["from an event of tomorrow", { ...deadline, eventDay: tomorrow }, "input.eventDay"],
    ["over already", { ...deadline, eventDay: "1000-01-01" }, "input.eventDay"],
  ]),
  holdConference: step("holdConference", "HoldConferenceInput", "CASE_CONFERENCE", [
    ["held tomorrow", { ...conference, on: tomorrow }, "input.on"],
    ["held before the case began", { ...conference, on: "2026-03-01" }, "input.on"],
    ["an office that does not exist", { ...conference, participants: ["ABH_00000"] }, "input.participants"],
  ]),
  recordOwnEstimate: {
    subgraph: scoring,
    query: "mutation ($input: RecordOwnEstimateInput!) { recordOwnEstimate(input: $input) { __typename } }",
    categories: ["OWN_ESTIMATE"],
    input: (given) => ({ caseRef, band: "REGULAR", reason, ...given }),
    rows: [["no reason", { reason: "" }, "input.reason"]],
  },
  suspendCatalogue: {
    subgraph: scoring,
    query: "mutation ($input: CatalogueActInput!) { suspendCatalogue(input: $input) { __typename } }",
    categories: ["CATALOGUE_SUSPENSION"],
    input: (given) => ({ version: "demo-1", reason, ...given }),
    rows: [["no reason", { reason: "" }, "input.reason"]],
  },
};

/** A grant that lets everybody write what the mutation writes. */
function grantOf({ categories }: Mutation): GrantClaims {
  return aGrant("ABH_05554", [
    ...grantEntries("WRITE", categories, ["ANY"]),
    ...grantEntries("SEE", [...categories, "CASE", "PERSON_REFERENCE", "RELATION_FACTS"], ["ANY"]),
  ]);
}

let rooms: ReadonlyMap<Subgraph, Room>;
let before: ReadonlyMap<Subgraph, Readonly<Record<string, TableContents>>>;

beforeAll(async () => {
  const subgraphs = [...new Set(Object.values(mutations).map(({ subgraph }) => subgraph))];
  rooms = new Map(await Promise.all(subgraphs.map(async (each) => [each, await openRoom(each)] as const)));
  for (const { store } of rooms.values()) {
    await store.owner.execute(sql`INSERT INTO directory.person_ticket (ticket, office, person_ref, state, issued_at)
      VALUES ('T-1', 'ABH_05554', 'P-1', 'DECIDED', now())`);
    await casework.populate?.(store.owner, [aPerson("P-ADMITTED", anAdmittedCase(caseRef))]);
  }
  before = new Map(
    await Promise.all([...rooms].map(async ([each, { store }]) => [each, await contents(store)] as const)),
  );
});
afterAll(async () => {
  for (const room of rooms.values()) await room.close();
});

describe.for(Object.entries(mutations))("%s refuses", ([name, mutation]) => {
  test.for(mutation.rows)("%s, and names the field", async ([, given, field]) => {
    const room = rooms.get(mutation.subgraph) as Room;
    const { data, errors } = await room.answer(grantOf(mutation), mutation.query, { input: mutation.input(given) });
    const told = errors?.at(0)?.extensions ?? data?.[name].facts[0];
    expect(room.failures).toEqual([]);
    expect([told.code ?? `${told.outcome} ${told.reason}`, told.field]).toEqual([
      errors === undefined ? "REFUSED INVALID_VALUE" : "INVALID_INPUT",
      field,
    ]);
  });
});

test("Of all that was refused, nothing was stored", async () => {
  for (const [subgraph, { store }] of rooms) expect(await contents(store), subgraph.name).toEqual(before.get(subgraph));
});
