import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { immigration } from "../../subgraphs/immigration/subgraph.ts";
import { readRows } from "../../subgraphs/shell/readRows.ts";
import { aGrant } from "./aGrant.ts";
import { grantEntries } from "./grantEntries.ts";
import { openRoom, type Room } from "./openRoom.ts";

const sending = [
  ...grantEntries("WRITE", ["RESIDENCE_RECORD_SUPPLY", "RESIDENCE_SUPPLY"], ["ANY"]),
  ...grantEntries("SEE", ["RESIDENCE_RECORD_SUPPLY"], ["ANY"]),
];
const deciding = [
  ...grantEntries("SEE", ["CORRECTION_RESIDENCE_CONFLICT", "CORRECTION_RESIDENCE_DECISION"], ["ANY"]),
  ...grantEntries("WRITE", ["CORRECTION_RESIDENCE_DECISION"], ["ANY"]),
];

let room: Room;
beforeAll(async () => {
  room = await openRoom(immigration);
});
afterAll(() => room.close());

let count = 0;
let office: string;
/** Each test has an office of its own, with two tickets that are decided; a toleration that is sent stands until the end of the year. */
beforeEach(async () => {
  count += 1;
  office = `OFFICE_${count}`;
  for (const name of ["one", "two"])
    await room.store.owner.execute(sql`INSERT INTO directory.person_ticket (ticket, office, person_ref, state, issued_at)
      VALUES (${`${office} ${name}`}, ${office}, ${`P-${office}-${name}`}, 'DECIDED', now())`);
  expect(await send({})).toBe("ACCEPTED");
});

async function send(changes: object, validUntil = "2026-12-31"): Promise<string> {
  const fact = {
    messageId: "M-1",
    ticket: `${office} one`,
    reference: "DU-1",
    changedAt: "2026-06-10T08:00:00Z",
    fileRef: "AZ 1",
    eventDate: "2026-05-01",
    legalBasis: "§ 86 AufenthG",
    toleration: { code: "16", validUntil },
    ...changes,
  };
  const mutation =
    "mutation ($input: SupplyResidenceFactsInput!) { supplyResidenceFacts(input: $input) { facts { outcome reason } } }";
  const input = { profile: "test", profileVersion: "1", facts: [fact] };
  const { data } = await room.ask(aGrant(office, sending), mutation, { input });
  const [{ outcome, reason }] = data.supplyResidenceFacts.facts;
  return [outcome, reason].filter(Boolean).join(" ");
}
const stale = { messageId: "M-0", changedAt: "2026-06-01T08:00:00Z" };

async function list(of = office) {
  const selection = "id kind reference messageId reason field changedAt heldVersion heldChangedAt";
  const { data, errors } = await room.ask(aGrant(of, deciding), `{ residenceConflicts { ${selection} } }`);
  expect(errors).toBeUndefined();
  return data.residenceConflicts;
}

async function decide(decision: string, conflict?: string, of = office, reason = "Akte geprüft, Bescheid liegt vor") {
  const mutation =
    "mutation ($input: DecideSupplyConflictInput!) { decideResidenceConflict(input: $input) { id decision decidedAt } }";
  const input = { conflict: conflict ?? (await list())[0].id, decision, reason };
  const { data, errors } = await room.ask(aGrant(of, deciding), mutation, { input });
  return errors?.[0]?.extensions?.code ?? data.decideResidenceConflict.decision;
}

const held = async () =>
  (
    await readRows<{ readonly told: string }>(
      room.store.owner,
      sql`SELECT version || ' ' || valid_until AS told FROM immigration.toleration WHERE source_office = ${office} ORDER BY 1`,
    )
  ).map(({ told }) => told);

describe("News that contradicts what the office sent before", () => {
  test.each<readonly [reason: string, changes: object]>([
    ["STALE", stale],
    ["CONTRADICTORY", { messageId: "M-2" }],
    ["MESSAGE_ID_REUSED", {}],
    ["ANOTHER_PERSON", { messageId: "M-2", changedAt: "2026-06-11T08:00:00Z", ticket: "two" }],
  ])(
    "%s is not taken, and stands on the office's list once however often it comes, without a value",
    async (reason, changes) => {
      const given = "ticket" in changes ? { ...changes, ticket: `${office} two` } : changes;
      for (let time = 0; time < 2; time += 1) expect(await send(given, "2026-09-30")).toBe(`CONFLICT ${reason}`);
      const [conflict, ...others] = await list();
      expect(others).toEqual([]);
      expect(conflict).toMatchObject({ kind: "TOLERATION", reference: "DU-1", reason, heldVersion: 1 });
      expect(JSON.stringify(conflict)).not.toContain("2026-09-30");
      expect(await held()).toEqual(["1 2026-12-31"]);
    },
  );

  test("what is refused or comes again is no conflict", async () => {
    await send({});
    await send({ messageId: "M-3", toleration: { code: "XX", validUntil: "2026-12-31" } });
    expect(await list()).toEqual([]);
  });
});

describe("A person of the office decides", () => {
  beforeEach(async () => {
    await send(stale, "2026-09-30");
  });

  test("that what is known holds: it goes off the list, and does not come back with the message", async () => {
    expect(await decide("KEEP")).toBe("KEEP");
    expect(await send(stale, "2026-09-30")).toBe("CONFLICT STALE");
    expect([await list(), await held()]).toEqual([[], ["1 2026-12-31"]]);
  });

  test("that what was sent holds: it is the next version, with who decided as its supplier, and later news follows on it", async () => {
    expect(await decide("TAKE")).toBe("TAKE");
    expect([await list(), await held()]).toEqual([[], ["2 2026-09-30"]]);
    const [version] = await readRows(
      room.store.owner,
      sql`SELECT v.supplied_by AS by, v.profile FROM immigration.supplied_version AS v JOIN immigration.supplied_fact AS f ON f.fact_id = v.fact_id
        WHERE f.office = ${office} AND v.version = 2`,
    );
    expect(version).toEqual({ by: `${office}-07`, profile: "conflict" });
    expect(await send(stale, "2026-09-30")).toBe("UNCHANGED");
    expect(await send({ messageId: "M-9", changedAt: "2026-06-12T08:00:00Z" }, "2026-08-31")).toBe("CHANGED");
  });

  test("with a reason that is kept, and nothing of what was not taken", async () => {
    await decide("KEEP");
    const rows = await readRows(
      room.store.owner,
      sql`SELECT state, decided_by AS by, decision_reason AS reason, content FROM immigration.supplied_conflict WHERE office = ${office}`,
    );
    expect(rows).toEqual([
      { state: "KEPT", by: `${office}-07`, reason: "Akte geprüft, Bescheid liegt vor", content: null },
    ]);
  });

  test("once: two at a time, one decides and the other is told", async () => {
    const [{ id }] = await list();
    expect((await Promise.all([decide("TAKE", id), decide("TAKE", id)])).sort()).toEqual(["CONFLICT", "TAKE"]);
    expect(await held()).toEqual(["2 2026-09-30"]);
  });

  test("of the own office alone, with a reason", async () => {
    const [{ id }] = await list();
    expect(await list("OTHER")).toEqual([]);
    expect(await decide("KEEP", id, "OTHER")).toBe("NOT_FOUND");
    expect(await decide("KEEP", id, office, "so")).toBe("INVALID_INPUT");
    expect(await list()).toHaveLength(1);
  });

  test("not that a fact is about another person: that is erased and sent anew", async () => {
    await decide("KEEP");
    await send({ messageId: "M-2", changedAt: "2026-06-11T08:00:00Z", ticket: `${office} two` });
    expect(await decide("TAKE")).toBe("CONFLICT");
    expect(await list()).toHaveLength(1);
    expect(await decide("KEEP")).toBe("KEEP");
  });

  test("and where the fact is erased meanwhile there is nothing left to decide", async () => {
    const erase =
      "mutation ($input: EraseResidenceFactsInput!) { eraseResidenceFacts(input: $input) { facts { outcome } } }";
    const input = { facts: [{ kind: "TOLERATION", reference: "DU-1" }] };
    await room.ask(aGrant(office, sending), erase, { input });
    expect(await send(stale, "2026-09-30")).toBe("CONFLICT ERASED");
    expect(await list()).toEqual([]);
  });
});
