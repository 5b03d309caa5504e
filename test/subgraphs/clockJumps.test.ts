import { PassThrough } from "node:stream";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { announceCommand } from "../../gateway/tasks/announceCommand.ts";
import { announceAll } from "../../subgraphs/announceAll.ts";
import { criminalRecords } from "../../subgraphs/criminal-records/subgraph.ts";
import { readRows } from "../../subgraphs/shell/readRows.ts";
import { news } from "../../subgraphs/shell/tables.ts";
import { aGrant } from "./aGrant.ts";
import { grantEntries } from "./grantEntries.ts";
import { openRoom, type Room } from "./openRoom.ts";
import { recordingErasures } from "./recordingErasures.ts";

const { record } = recordingErasures();

const day = "2026-06-15";
const categories = ["RECORD_SUPPLY", "POLICE_FINDING_SUPPLY"];
const entries = [...grantEntries("WRITE", categories, ["ANY"]), ...grantEntries("SEE", ["RECORD_SUPPLY"], ["ANY"])];
const supply = `mutation ($input: SupplyRecordsInput!) { supplyRecords(input: $input) { facts { outcome version reason field } } }`;

let room: Room;
beforeAll(async () => {
  room = await openRoom(criminalRecords);
});
afterAll(() => room.close());

let office: string;
let count = 0;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(`${day}T08:00:00Z`) });
  count += 1;
  office = `OFFICE_${count}`;
  const { owner } = room.store;
  await owner.execute(sql`DELETE FROM directory.kept_up_day`);
  await owner.execute(sql`DELETE FROM ${news}`);
  await owner.execute(sql`INSERT INTO directory.person_ticket (ticket, office, person_ref, state, issued_at)
    VALUES (${`T-${office}`}, ${office}, 'P-ONE', 'DECIDED', now())`);
});
afterEach(() => {
  vi.useRealTimers();
});

/** The clock says this from now on, here and where the facts are stored. */
const jumpTo = (date: string) => vi.setSystemTime(new Date(`${date}T08:00:00Z`));
const clockDay = () => new Date().toISOString().slice(0, 10);

async function send(particulars: object): Promise<string> {
  const finding = {
    messageId: "M-1",
    ticket: `T-${office}`,
    reference: "F-1",
    changedAt: `${day}T07:00:00Z`,
    fileRef: "LKA 4711/26",
    eventDate: "2026-06-10",
    label: "Kennzeichnung § 22b PolG NRW: Gefahrenabwehr; offene Erhebung; betroffene Person",
    legalBasis: "§ 87 (2) AufenthG",
    deleteBy: "2026-12-31",
    policeFinding: { kind: "VIOLENCE" },
    ...particulars,
  };
  const input = { profile: "test", profileVersion: "1", facts: [finding] };
  const { data, errors } = await room.ask(aGrant(office, entries, { date: clockDay() }), supply, { input });
  expect(errors).toBeUndefined();
  const [{ outcome, version, reason, field }] = data.supplyRecords.facts;
  return [outcome, version, reason, field].filter(Boolean).join(" ");
}

async function held(): Promise<readonly string[]> {
  const rows = await readRows<{ readonly told: string }>(
    room.store.owner,
    sql`SELECT person_ref || ' ' || version || ' ' || finding_kind AS told FROM criminal_records.police_finding WHERE source_office = ${office}`,
  );
  return rows.map(({ told }) => told);
}

const later = { messageId: "M-2", changedAt: "2026-06-16T07:00:00Z", policeFinding: { kind: "DRUGS" } };

describe("The clock jumps back during an import", () => {
  beforeEach(async () => {
    await send({});
    jumpTo("2026-05-01");
  });

  test("what was taken and comes again is refused as of a day to come, and stands as it was; once the clock is right, it is unchanged", async () => {
    expect(await send({})).toBe("REFUSED INVALID_VALUE eventDate");
    expect(await held()).toEqual(["P-ONE 1 VIOLENCE"]);
    jumpTo(day);
    expect(await send({})).toBe("UNCHANGED 1");
    expect(await held()).toEqual(["P-ONE 1 VIOLENCE"]);
  });

  test("a later version waits with the sender until the clock is right, and is taken once then", async () => {
    expect(await send({ ...later, eventDate: "2026-04-30" })).toBe("REFUSED INVALID_VALUE changedAt");
    jumpTo("2026-06-16");
    expect(await send(later)).toBe("CHANGED 2");
    expect(await send(later)).toBe("UNCHANGED 2");
    expect(await held()).toEqual(["P-ONE 2 DRUGS"]);
  });

  test("a fact whose ticket is decided anew meanwhile moves all the same, and is no older than when it came", async () => {
    await room.store.owner.execute(sql`UPDATE directory.person_ticket SET person_ref = 'P-TWO', version = version + 1
      WHERE ticket = ${`T-${office}`}`);
    await announceAll(room.store.owner, clockDay(), record, true);
    expect(await held()).toEqual(["P-TWO 2 VIOLENCE"]);
    const [row] = await readRows(
      room.store.owner,
      sql`SELECT last_changed_at >= recorded_at AS "isLater" FROM criminal_records.police_finding WHERE source_office = ${office}`,
    );
    expect(row).toEqual({ isLater: true });
  });
});

test("The sender's clock has jumped forward: the fact of next year is not taken, so that it keeps nothing out that comes after it", async () => {
  expect(await send({ changedAt: "2027-06-15T07:00:00Z" })).toBe("REFUSED INVALID_VALUE changedAt");
  expect(await send({})).toBe("ACCEPTED 1");
  expect(await send({ ...later, changedAt: "2026-06-15T09:00:00Z" })).toBe("CHANGED 2");
});

describe("What a date brings and ends, where the clock jumps", () => {
  const notice = { occasion: "N", kind: "MEASURE_DUE", personRef: "P-ONE", on: day, at: `${day}T08:00:00Z` };
  const told = () => readRows(room.store.owner, sql`SELECT occasion FROM ${news}`);
  const byClock = () => announceAll(room.store.owner, clockDay(), record, true);
  beforeEach(async () => {
    await send({});
    await room.store.owner.insert(news).values({ ...notice, keptUntil: "2026-12-15" });
    await byClock();
  });

  test("forward by a year: nothing is destroyed or forgotten, and it is told until the clock is right", async () => {
    jumpTo("2027-06-15");
    await expect(byClock()).rejects.toThrow(
      "The clock says 2027-06-15, and the last day that was kept up with is 2026-06-15.",
    );
    expect([await held(), await told()]).toEqual([["P-ONE 1 VIOLENCE"], [{ occasion: "N" }]]);
    jumpTo("2026-06-16");
    await byClock();
    expect([await held(), await told()]).toEqual([["P-ONE 1 VIOLENCE"], [{ occasion: "N" }]]);
  });

  test("forward because nothing ran for a year: once a person has said that the day is right, what is over goes", async () => {
    jumpTo("2027-06-15");
    await announceAll(room.store.owner, "2027-06-15", record);
    expect([await held(), await told()]).toEqual([[], []]);
    jumpTo("2027-06-16");
    await byClock();
  });

  test("back by a year and right again: nothing goes, nothing is told twice, and the day that was reached is not forgotten", async () => {
    jumpTo("2025-06-15");
    await byClock();
    jumpTo("2026-07-10");
    await byClock();
    expect([await held(), await told()]).toEqual([["P-ONE 1 VIOLENCE"], [{ occasion: "N" }]]);
  });

  test("as far as is made up for after a stop, a month, the clock is believed", async () => {
    jumpTo("2026-07-16");
    await byClock();
    jumpTo("2026-08-17");
    await expect(byClock()).rejects.toThrow("the last day that was kept up with is 2026-07-16");
  });
});

test("npm run announce without a date asks the clock, and says what to do where that has jumped", async () => {
  const streams = { output: new PassThrough(), errors: new PassThrough() };
  expect(await announceCommand(["--date", "tomorrow"], {}, streams)).toBe(2);
  expect(await announceCommand(["--help"], {}, streams)).toBe(0);
  expect(String(streams.output.read())).toContain("the clock may have jumped");
});
