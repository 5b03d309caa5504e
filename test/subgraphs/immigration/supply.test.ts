import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { immigration } from "../../../subgraphs/immigration/subgraph.ts";
import * as tables from "../../../subgraphs/immigration/tables.ts";
import { assess } from "../../../subgraphs/scoring/engine/assess.ts";
import type { ReducedFact } from "../../../subgraphs/scoring/engine/ReducedFact.ts";
import type { ReducedFactKey } from "../../../subgraphs/scoring/reducedFacts.ts";
import { readRows } from "../../../subgraphs/shell/readRows.ts";
import { aGrant } from "../aGrant.ts";
import { grantEntries } from "../grantEntries.ts";
import { openRoom, type Room } from "../openRoom.ts";
import { demonstration } from "../scoring/demonstrationCatalogue.ts";
import { factsOf } from "../scoring/factsOf.ts";
import { today } from "../today.ts";
import { givenFact } from "./givenFact.ts";

const supply =
  "mutation ($input: SupplyResidenceFactsInput!) { supplyResidenceFacts(input: $input) { facts { outcome reason field } } }";
const entries = [
  ...grantEntries("WRITE", ["RESIDENCE_RECORD_SUPPLY", "RESIDENCE_SUPPLY", "ASYLUM_SUPPLY"], ["ANY"]),
  ...grantEntries("SEE", ["RESIDENCE_RECORD_SUPPLY"], ["ANY"]),
];

let room: Room;
beforeAll(async () => {
  room = await openRoom(immigration);
  for (const office of ["ABH_05554", "BAMF"]) {
    await room.store.owner.execute(sql`INSERT INTO directory.person_ticket (ticket, office, person_ref, state, issued_at)
      VALUES (${`T-${office}`}, ${office}, 'P-ONE', 'DECIDED', now())`);
  }
});
afterAll(() => room.close());

let count = 0;
async function send(office: string, fact: object): Promise<string> {
  count += 1;
  const envelope = {
    messageId: `M-${count}`,
    ticket: `T-${office}`,
    reference: `R-${count}`,
    changedAt: "2026-06-01T08:00:00Z",
    fileRef: "AZ 1",
    eventDate: "2026-05-01",
    legalBasis: "§ 86 AufenthG",
  };
  const input = { profile: "test", profileVersion: "1", facts: [{ ...envelope, ...fact }] };
  const { data } = await room.ask(aGrant(office, entries), supply, { input });
  const [{ outcome, reason, field }] = data.supplyResidenceFacts.facts;
  return [outcome, reason, field].filter(Boolean).join(" ");
}

// biome-ignore format: a table, a row a line
const kinds: readonly (readonly [string, string, object, string, object])[] = [
  ["a residence status", "residence_status", { residenceStatus: { code: "04", validUntil: "2027-01-01" } }, "residenceStatus", { code: "XX" }],
  ["an obligation to leave", "obligation_to_leave", { obligationToLeave: { exists: true, enforceable: false, finality: "NOT_FINAL" } }, "", {}],
  ["an expulsion", "expulsion", { expulsion: { code: "13", servedOn: "2026-05-02", finalOn: "2026-06-03", tier: 1 } }, "expulsion", { code: "13", tier: 3 }],
  ["a removal threat", "removal_threat", { removalThreat: { code: "19", deadline: "2026-06-01", enforceable: true } }, "removalThreat", { code: "19", deadline: "2026-04-01", enforceable: true }],
  ["a ban on entry", "entry_ban", { entryBan: { code: "04", until: "2030-01-01" } }, "entryBan", { code: "04", until: "2020-01-01" }],
  ["a toleration", "toleration", { toleration: { code: "16", validUntil: "2026-12-31" } }, "toleration", { code: "17", validUntil: "2026-12-31" }],
  ["an asylum procedure", "asylum_procedure", { asylumProcedure: { code: "01", kind: "FIRST", remedyPending: false } }, "asylumProcedure", { code: "00", kind: "FIRST", remedyPending: false }],
  ["a state of the clarification of identity", "identity_clarification", { identityClarification: { code: "09", cooperation: true, warningGivenOn: "2026-03-02" } }, "identityClarification", { code: "99" }],
  ["a substitute document", "travel_document", { travelDocument: { kind: "SUBSTITUTE", present: true, validUntil: "2026-12-01" } }, "", {}],
];

test.for(kinds)(
  "%s is written as it is sent, and refused where it cannot be",
  async ([, table, fact, field, wrong]) => {
    expect(await send("ABH_05554", fact)).toBe("ACCEPTED");
    const rows = await readRows(
      room.store.owner,
      sql`SELECT person_ref, version, source_office, tag <> '' AS tagged FROM immigration.${sql.raw(table)}`,
    );
    expect(rows).toEqual([{ person_ref: "P-ONE", version: 1, source_office: "ABH_05554", tagged: true }]);
    if (field === "") return;
    expect(await send("ABH_05554", { [field]: wrong })).toMatch(/^REFUSED INVALID_VALUE /);
  },
);

test("An asylum procedure makes the Federal Office's relation, and none of an immigration authority that only knows of it", async () => {
  await send("BAMF", { asylumProcedure: { code: "01", kind: "FIRST", remedyPending: false } });
  const relations = await readRows(room.store.owner, sql`SELECT office, kind, case_ref FROM directory.relation`);
  expect(relations).toEqual([{ office: "BAMF", kind: "OWN_ASYLUM_PROCEDURE", case_ref: "AZ 1" }]);
});

// biome-ignore format: a table, a row a line
const contradictions: readonly (readonly [string, string, object, object, string, string, ReducedFactKey | null])[] = [
  ["a residence status", "residenceStatus", { code: "04" }, { code: "05" }, "code", "residence_status", null],
  ["an obligation to leave", "obligationToLeave", { exists: true, enforceable: true, finality: "FINAL" }, { exists: true, enforceable: false, finality: "FINAL" }, "enforceable", "obligation_to_leave", "ENFORCEABILITY"],
  ["a removal threat", "removalThreat", { code: "19", enforceable: true }, { code: "19", enforceable: false }, "enforceable", "removal_threat", "REMOVAL_THREAT"],
  ["a toleration", "toleration", { code: "16", validUntil: "2026-12-31" }, { code: "32", validUntil: "2026-12-31" }, "code", "toleration", "TOLERATION_CLASS"],
  ["a state of the clarification of identity", "identityClarification", { code: "08" }, { code: "07" }, "code", "identity_clarification", null],
  ["an asylum procedure", "asylumProcedure", { code: "01", kind: "FIRST", remedyPending: false }, { code: "01", kind: "SUBSEQUENT", remedyPending: false }, "kind", "asylum_procedure", "ASYLUM"],
];

describe.for(contradictions)("Of %s", ([, input, status, other, field, table, unassessable]) => {
  const personRef = `P-${input}`;
  const own = { ticket: `T-${input}-1`, reference: `R-${input}-1`, [input]: status };
  const contrary = { ...own, reference: `R-${input}-2`, [input]: other };
  const days = async () => {
    const query = sql`SELECT event_date::text AS day FROM immigration.${sql.raw(table)} WHERE person_ref = ${personRef} ORDER BY day`;
    return (await readRows<{ readonly day: string }>(room.store.owner, query)).map(({ day }) => day);
  };
  beforeAll(async () => {
    await room.store.owner.insert(tables.person).values({
      ...givenFact(personRef, `PR-${input}`, "2020-01-01"),
      familyNameKey: "",
      dateOfBirth: "1990-01-01",
      citizenships: ["BTN"],
      regimeByCitizenship: "THIRD_COUNTRY",
      competentAuthority: "ABH_05554",
      fileRef: "ABH-BOR-1",
    });
    const tickets = [
      ["ABH_05554", 1],
      ["ABH_05554", 2],
      ["BAMF", 3],
    ] as const;
    for (const [office, number] of tickets) {
      await room.store.owner.execute(sql`INSERT INTO directory.person_ticket (ticket, office, person_ref, state, issued_at)
        VALUES (${`T-${input}-${number}`}, ${office}, ${personRef}, 'DECIDED', now())`);
    }
  });

  test("one that contradicts what the office sent of that day is not taken, whichever field it is that differs", async () => {
    expect(await send("ABH_05554", own)).toBe("ACCEPTED");
    expect(await send("ABH_05554", contrary)).toBe(`CONFLICT CONTRADICTORY ${field}`);
    expect(await days()).toEqual(["2026-05-01"]);
  });

  test("the same again is, and of the day after as well, but not once it is moved to the day of the first", async () => {
    const later = { ...contrary, eventDate: "2026-05-02" };
    expect(await send("ABH_05554", later)).toBe("ACCEPTED");
    expect(await send("ABH_05554", { ...contrary, changedAt: "2026-06-02T08:00:00Z" })).toBe(
      `CONFLICT CONTRADICTORY ${field}`,
    );
    expect(await days()).toEqual(["2026-05-01", "2026-05-02"]);
  });

  test("what is corrected is no contradiction", async () => {
    const corrected = { ...own, [input]: other, changedAt: "2026-06-03T08:00:00Z", corrects: 1 };
    expect(await send("ABH_05554", corrected)).toBe("CHANGED");
    expect(await send("ABH_05554", { ...own, changedAt: "2026-06-04T08:00:00Z" })).toBe("CHANGED");
  });

  test("another office, and the same by a ticket of which it knows not whose it is, learn nothing of it", async () => {
    const foreign = { ...contrary, ticket: `T-${input}-3`, eventDate: "2026-05-03" };
    const again = { ...own, ticket: `T-${input}-2`, reference: `R-${input}-3`, eventDate: "2026-05-03" };
    expect(await send("BAMF", foreign)).toBe("ACCEPTED");
    expect(await send("ABH_05554", again)).toBe("ACCEPTED");
    expect(await days()).toEqual(["2026-05-01", "2026-05-02", "2026-05-03", "2026-05-03"]);
  });

  test.runIf(unassessable)("and the assessment says that the criterion is not assessable, and why", async () => {
    const query = `query ($ref: ID!) { person(personRef: $ref) { residenceFacts { key value asOf references } } }`;
    const sees = grantEntries("SEE", ["PERSON_REFERENCE", "RESIDENCE_FACTS"], ["ANY"]);
    const { data } = await room.ask(aGrant("RRK_MUENSTER", sees), query, { ref: personRef });
    const told: readonly ReducedFact[] = data.person.residenceFacts;
    const elsewhere = factsOf().filter(({ key }) => !told.some((fact) => fact.key === key));
    const { missing, contributions } = assess([...told, ...elsewhere], today, demonstration);
    const criterion = demonstration.catalogue.criteria.find(({ reads }) => reads.includes(unassessable ?? "MINOR"))?.id;
    expect(missing).toContainEqual({ criterion, fact: unassessable, reason: "CONTRADICTORY" });
    expect(contributions.map((each) => each.criterion)).not.toContain(criterion);
  });
});
