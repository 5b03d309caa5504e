import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { announcedPerson } from "../../../../subgraphs/immigration/tables.ts";
import { readRows } from "../../../../subgraphs/shell/readRows.ts";
import { personTicket } from "../../../../subgraphs/shell/tables.ts";
import { aGrant } from "../../aGrant.ts";
import { grantEntries } from "../../grantEntries.ts";
import { openWorld, type World } from "../world.ts";

const announce =
  "mutation ($input: [PersonDescription!]!) { announcePersons(input: $input) { announcements { ticket } } }";
const entries = [
  ...grantEntries("WRITE", ["PERSON_ANNOUNCEMENT"], ["ANY"], []),
  ...grantEntries("SEE", ["PERSON_ANNOUNCEMENT"], ["ANY"], []),
];
const borken = aGrant("ABH_05554", entries, { role: "INTAKE", purpose: "DATA_MAINTENANCE" });
const lka = aGrant("LKA_NRW", entries, { role: "INTAKE", purpose: "DATA_MAINTENANCE" });
const described = { reference: "M-1/1", fileRef: "ABH-BOR-1/26", familyName: "Yılmaz", givenNames: "Şerife" };

let world: World;
beforeAll(async () => {
  world = await openWorld([]);
});
afterAll(() => world.close());

async function ticketsOf(grant: typeof borken, ...input: readonly object[]) {
  const { data, codes } = await world.ask(grant, announce, { input });
  const announced: readonly { readonly ticket: string }[] | undefined = data?.announcePersons?.announcements;
  return { tickets: announced?.map(({ ticket }) => ticket) ?? [], codes };
}

describe("Announcing persons", () => {
  test("gives each description a random ticket of its own, in their order", async () => {
    const { tickets } = await ticketsOf(borken, described, { ...described, reference: "M-1/2" });
    expect(tickets).toEqual([expect.stringMatching(/^T-[0-9A-Z]{16}$/), expect.stringMatching(/^T-[0-9A-Z]{16}$/)]);
    expect(new Set(tickets).size).toBe(2);
  });

  test("again, because the answer was lost, gives the same tickets, and a new one for what is new", async () => {
    const first = await ticketsOf(borken, { ...described, reference: "M-2/1" });
    const again = await ticketsOf(borken, { ...described, reference: "M-2/2" }, { ...described, reference: "M-2/1" });
    expect(again.tickets[1]).toBe(first.tickets[0]);
    expect(again.tickets[0]).not.toBe(first.tickets[0]);
  });

  test("with another description under the same reference is a conflict, and of the call nothing is kept", async () => {
    await ticketsOf(borken, { ...described, reference: "M-3/1" });
    const before = await world.store.owner.$count(announcedPerson);
    const other = { ...described, reference: "M-3/1", givenNames: "Serife" };
    expect(await ticketsOf(borken, { ...described, reference: "M-3/2" }, other)).toEqual({
      tickets: [],
      codes: ["CONFLICT"],
    });
    expect(await world.store.owner.$count(announcedPerson)).toBe(before);
  });

  test("leaves the references of another office alone", async () => {
    const one = await ticketsOf(borken, { ...described, reference: "M-4/1" });
    const other = await ticketsOf(lka, { ...described, reference: "M-4/1", familyName: "Meyer" });
    expect(other.codes).toEqual([]);
    expect(other.tickets).not.toEqual(one.tickets);
  });

  test("keeps names letter by letter in NFC, and the date of birth as far as it is known", async () => {
    const given = { ...described, reference: "M-5/1", familyName: " Nguye\u0302\u0303n ", dateOfBirth: "1990-05" };
    const { tickets } = await ticketsOf(borken, given);
    const rows = await world.store.owner.select().from(announcedPerson);
    const kept = rows.find(({ ticket }) => ticket === tickets[0]);
    expect(kept).toMatchObject({ familyName: "Nguyễn", givenNames: "Şerife", dateOfBirth: "1990-05" });
  });

  test("can be read again by the office that announced, and by no other", async () => {
    const { tickets } = await ticketsOf(borken, { ...described, reference: "M-7/1" });
    const query = '{ announcement(reference: "M-7/1") { reference ticket } }';
    expect((await world.ask(borken, query)).data.announcement).toEqual({ reference: "M-7/1", ticket: tickets[0] });
    expect((await world.ask(lka, query)).data.announcement).toBe(null);
  });

  test("stands in the directory under the announcing office in the same transaction", async () => {
    const { tickets } = await ticketsOf(borken, { ...described, reference: "M-6/1" });
    const rows = await world.store.owner.select().from(personTicket);
    expect(rows.find(({ ticket }) => ticket === tickets[0])).toMatchObject({ office: "ABH_05554", version: 1 });
  });
});

describe("A description is refused", () => {
  test.each<readonly [why: string, given: object]>([
    ["without a name", { familyName: " ", givenNames: null }],
    ["with a letter that DIN 91379 has not", { familyName: "Иванов" }],
    ["with a digit in a name", { givenNames: "Ali2" }],
    ["born on 30 February", { dateOfBirth: "1990-02-30" }],
    ["born in month 13", { dateOfBirth: "1990-13" }],
    ["born tomorrow", { dateOfBirth: "2026-06-16" }],
    ["with an authority that keeps no files", { competentAuthority: "LKA_NRW" }],
    ["with a country by its name", { citizenships: ["Türkei"] }],
    ["with eleven former names", { formerNames: Array.from({ length: 11 }, () => "Kaya") }],
    ["with a file reference of 101 characters", { fileRef: "x".repeat(101) }],
  ])("%s", async (_why, given) => {
    expect((await ticketsOf(borken, { ...described, reference: "F-1", ...given })).codes).toEqual(["INVALID_INPUT"]);
  });

  test.each([0, 101])("where a call has %i of them", async (count) => {
    const input = Array.from({ length: count }, (_, index) => ({ ...described, reference: `L-${index}` }));
    expect((await ticketsOf(borken, ...input)).codes).toEqual(["INVALID_INPUT"]);
  });
});

describe("Whom a ticket stands for, and who was merged", () => {
  const roles = ["immigration", "criminal_records", "casework", "scoring", "audit"].map((name) => `sichtfeld_${name}`);
  test.each(["person_ticket", "person_merge"])(
    "is written to directory.%s by immigration alone, and read by all",
    async (table) => {
      const rows = await readRows<{ readonly role: string; readonly reads: boolean; readonly writes: boolean }>(
        world.store.owner,
        sql`SELECT r.rolname AS role, has_table_privilege(r.rolname, ${`directory.${table}`}, 'SELECT') AS reads,
          has_table_privilege(r.rolname, ${`directory.${table}`}, 'INSERT') OR has_table_privilege(r.rolname, ${`directory.${table}`}, 'UPDATE') AS writes
        FROM pg_roles AS r WHERE r.rolname IN ${roles} ORDER BY role`,
      );
      expect(rows.filter(({ reads }) => reads).map(({ role }) => role)).toEqual(roles.toSorted());
      expect(rows.filter(({ writes }) => writes).map(({ role }) => role)).toEqual(["sichtfeld_immigration"]);
    },
  );
});
