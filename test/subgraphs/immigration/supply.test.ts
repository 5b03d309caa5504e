import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { immigration } from "../../../subgraphs/immigration/subgraph.ts";
import { readRows } from "../../../subgraphs/shell/readRows.ts";
import { aGrant } from "../aGrant.ts";
import { grantEntries } from "../grantEntries.ts";
import { openRoom, type Room } from "../openRoom.ts";

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
