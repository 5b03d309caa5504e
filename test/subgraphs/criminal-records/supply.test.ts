import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { criminalRecords } from "../../../subgraphs/criminal-records/subgraph.ts";
import { readRows } from "../../../subgraphs/shell/readRows.ts";
import { aGrant } from "../aGrant.ts";
import { grantEntries } from "../grantEntries.ts";
import { openRoom, type Room } from "../openRoom.ts";
import { recordingErasures } from "../recordingErasures.ts";
import { today } from "../today.ts";

const supply = `mutation ($input: SupplyRecordsInput!) { supplyRecords(input: $input) { facts { outcome version reason field } } }`;
const categories = [
  "RECORD_SUPPLY",
  "POLICE_FINDING_SUPPLY",
  "INVESTIGATION_SUPPLY",
  "CUSTODY_SUPPLY",
  "CONVICTION_SUPPLY",
  "WANTED_NOTICE_SUPPLY",
];
const entries = [...grantEntries("WRITE", categories, ["ANY"]), ...grantEntries("SEE", ["RECORD_SUPPLY"], ["ANY"])];

let room: Room;
beforeAll(async () => {
  room = await openRoom(criminalRecords);
});
afterAll(() => room.close());

let count = 0;
let office: string;
/** Each test has an office of its own, with two tickets: of P-ONE, decided, and one that is not. */
beforeEach(async () => {
  count += 1;
  office = `OFFICE_${count}`;
  await giveTicket("known", "P-ONE");
  await giveTicket("unknown", null);
});

async function giveTicket(name: string, personRef: string | null): Promise<void> {
  await room.store.owner.execute(sql`INSERT INTO directory.person_ticket (ticket, office, person_ref, state, version, issued_at)
    VALUES (${`${office} ${name}`}, ${office}, ${personRef}, ${personRef === null ? "UNDECIDED" : "DECIDED"}, 1, now())`);
}

/** A new decision on a ticket of the office. */
async function decide(name: string, state: string, personRef: string | null): Promise<void> {
  await room.store.owner.execute(sql`UPDATE directory.person_ticket SET state = ${state}, person_ref = ${personRef}, version = version + 1
    WHERE ticket = ${`${office} ${name}`}`);
}

function finding(particulars: object = {}) {
  count += 1;
  return {
    messageId: `M-${count}`,
    ticket: `${office} known`,
    reference: `F-${count}`,
    changedAt: "2026-06-01T08:00:00Z",
    fileRef: "LKA 4711/26",
    eventDate: "2026-05-20",
    label: "Kennzeichnung § 22b PolG NRW: Gefahrenabwehr; offene Erhebung; betroffene Person",
    legalBasis: "§ 87 (2) AufenthG",
    policeFinding: { kind: "VIOLENCE" },
    ...particulars,
  };
}

function investigation(state: string, particulars: object = {}) {
  const { label, policeFinding, ...envelope } = finding();
  return {
    ...envelope,
    reference: "100 Js 7/26",
    fileRef: "100 Js 7/26",
    investigation: { provisions: ["§ 249 StGB"], state, since: "2026-05-20" },
    ...particulars,
  };
}

async function send(...facts: readonly object[]): Promise<readonly string[]> {
  const input = { profile: "test", profileVersion: "1", facts };
  const { data, errors } = await room.ask(aGrant(office, entries), supply, { input });
  expect(errors).toBeUndefined();
  return data.supplyRecords.facts.map(
    ({ outcome, version, reason, field }: Record<string, string>) =>
      `${outcome} ${version ?? [reason, field].filter(Boolean).join(" ")}`,
  );
}

async function refer(mutation: "eraseRecords" | "restrictRecords", input: object): Promise<readonly string[]> {
  const type = { eraseRecords: "EraseRecordsInput", restrictRecords: "RestrictRecordsInput" }[mutation];
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { facts { outcome reason } } }`;
  const { data } = await room.ask(aGrant(office, entries), query, { input });
  return data[mutation].facts.map(({ outcome, reason }: Record<string, string>) => reason ?? outcome);
}

/** Rows of a table that came from the office, as `personRef version column`. */
async function held(table: string, column: string): Promise<readonly string[]> {
  const rows = await readRows<{ readonly told: string }>(
    room.store.owner,
    sql`SELECT person_ref || ' ' || version || ' ' || ${sql.raw(column)} AS told FROM criminal_records.${sql.raw(table)}
      WHERE source_office = ${office} ORDER BY 1`,
  );
  return rows.map(({ told }) => told);
}

async function relations(): Promise<readonly string[]> {
  const rows = await readRows<{ readonly told: string }>(
    room.store.owner,
    sql`SELECT person_ref || ' ' || kind || ' ' || case_ref || ' ' || since || ' ' || coalesce(until::text, 'open') AS told
      FROM directory.relation WHERE office = ${office} ORDER BY 1`,
  );
  return rows.map(({ told }) => told);
}

async function ledger(column: string): Promise<readonly unknown[]> {
  const rows = await readRows<{ readonly told: unknown }>(
    room.store.owner,
    sql`SELECT ${sql.raw(column)} AS told FROM criminal_records.supplied_fact AS f
      JOIN criminal_records.supplied_version AS v ON v.fact_id = f.fact_id WHERE office = ${office} ORDER BY reference, v.version`,
  );
  return rows.map(({ told }) => told);
}

describe("A warrant of arrest", () => {
  const warrant = (changedAt: string, until?: string) => {
    const { label, policeFinding, ...envelope } = finding();
    return { ...envelope, reference: "HB-1", changedAt, wantedNotice: { purpose: "17", since: "2026-05-04", until } };
  };
  const until = "coalesce(until::text, 'stands')";

  test("stands until it is lifted, and is the same notice then", async () => {
    expect(await send(warrant("2026-05-04T12:00:00Z"))).toEqual(["ACCEPTED 1"]);
    expect(await held("wanted_notice", until)).toEqual(["P-ONE 1 stands"]);
    expect(await send(warrant("2026-05-28T12:00:00Z", "2026-05-28"))).toEqual(["CHANGED 2"]);
    expect(await held("wanted_notice", until)).toEqual(["P-ONE 2 2026-05-28"]);
  });

  test("that was lifted does not stand again because its issue is told late", async () => {
    await send(warrant("2026-05-28T12:00:00Z", "2026-05-28"));
    expect(await send(warrant("2026-05-04T12:00:00Z"))).toEqual(["CONFLICT STALE"]);
    expect(await held("wanted_notice", until)).toEqual(["P-ONE 1 2026-05-28"]);
  });
});

test("That probation was revoked and the sentence enforced stands with the conviction", async () => {
  const { label, policeFinding, ...envelope } = finding();
  const conviction = {
    court: "Amtsgericht Münster",
    courtFileRef: "7 Ls 1/24",
    decidedOn: "2024-02-01",
    penalty: "IMPRISONMENT",
    months: 6,
    probation: true,
    suspensionRevokedOn: "2025-03-01",
    enforcementSettledOn: "2025-12-01",
    offences: [{ provision: "§ 249 StGB", designation: "Raub", committedOn: "2023-12-01", intentional: true }],
  };
  expect(await send({ ...envelope, eventDate: "2024-02-01", conviction })).toEqual(["ACCEPTED 1"]);
  const days = "suspension_revoked_on || ' ' || enforcement_settled_on";
  expect(await held("conviction", days)).toEqual(["P-ONE 1 2025-03-01 2025-12-01"]);
  await refer("eraseRecords", { facts: [{ kind: "CONVICTION", reference: envelope.reference }] });
});

describe("A fact that is sent", () => {
  test("stands with the person whom its ticket stands for, and makes the office's relation", async () => {
    expect(await send(finding())).toEqual(["ACCEPTED 1"]);
    expect(await held("police_finding", "finding_kind")).toEqual(["P-ONE 1 VIOLENCE"]);
    expect(await relations()).toEqual(["P-ONE OWN_FINDING LKA 4711/26 2026-05-20 open"]);
  });

  test("under a ticket that is undecided has the same answer, and is with nobody", async () => {
    expect(await send(finding({ ticket: `${office} unknown` }))).toEqual(["ACCEPTED 1"]);
    expect(await held("police_finding", "finding_kind")).toEqual([]);
    expect(await relations()).toEqual([]);
  });

  test("that is parked is taken up once the ticket is decided, by a request that tells nothing of it", async () => {
    await send(finding({ ticket: `${office} unknown`, reference: "F" }), finding({ ticket: `${office} unknown` }));
    await decide("unknown", "DECIDED", "P-TWO");
    expect(await send()).toEqual([]);
    expect(await held("police_finding", "finding_kind")).toEqual(["P-TWO 1 VIOLENCE", "P-TWO 1 VIOLENCE"]);
    expect(await send()).toEqual([]);
    expect(await held("police_finding", "finding_kind")).toHaveLength(2);
  });

  test("moves with a decision that is changed, as a version of its own, and the relation with it", async () => {
    await send(finding());
    await decide("known", "DECIDED", "P-TWO");
    await send();
    expect(await held("police_finding", "finding_kind")).toEqual(["P-TWO 2 VIOLENCE"]);
    expect(await relations()).toEqual([
      "P-ONE OWN_FINDING LKA 4711/26 2026-05-20 2026-06-14",
      "P-TWO OWN_FINDING LKA 4711/26 2026-05-20 open",
    ]);
    await decide("known", "UNDECIDED", null);
    await send();
    expect(await held("police_finding", "finding_kind")).toEqual([]);
    await decide("known", "DECIDED", "P-ONE");
    await send();
    expect(await held("police_finding", "version")).toEqual(["P-ONE 3 3"]);
  });

  test("under a ticket that is withdrawn is destroyed", async () => {
    await send(finding({ ticket: `${office} unknown` }));
    await decide("unknown", "WITHDRAWN", null);
    await send();
    expect(await ledger("content")).toEqual([null]);
    expect(await ledger("state")).toEqual(["ERASED"]);
  });

  test("is brought by time alone to where its ticket says: taken up, moved, parked again, destroyed, each once", async () => {
    await send(finding({ ticket: `${office} unknown` }));
    const { recorded, record } = recordingErasures();
    const decisions = [
      ["DECIDED", "P-TWO", ["P-TWO 1 VIOLENCE"]],
      ["DECIDED", "P-THREE", ["P-THREE 2 VIOLENCE"]],
      ["UNDECIDED", null, []],
      ["DECIDED", "P-TWO", ["P-TWO 3 VIOLENCE"]],
      ["WITHDRAWN", null, []],
    ] as const;
    for (const [state, personRef, expected] of decisions) {
      await decide("unknown", state, personRef);
      for (const _time of ["once", "again"]) {
        await criminalRecords.keepUp?.(room.store.owner, today, record);
        expect(await held("police_finding", "finding_kind"), `${state} ${personRef}`).toEqual(expected);
      }
    }
    expect(await ledger("state || ' ' || coalesce(content::text, 'nothing')")).toEqual([
      "ERASED nothing",
      "ERASED nothing",
      "ERASED nothing",
    ]);
    const erasure = { what: "facts that were sent", norm: "§ 75 (2) BDSG (model)", office, caseRefs: [] };
    expect(recorded).toEqual([{ erasure, isOver: true }]);
  });

  test("without a label is refused, and nothing of it is kept", async () => {
    expect(await send(finding({ label: " ", reference: "F-SECRET" }), finding())).toEqual([
      "REFUSED NOT_LABELLED label",
      "ACCEPTED 1",
    ]);
    expect(await ledger("reference")).not.toContain("F-SECRET");
    expect(await ledger("reference")).toHaveLength(1);
  });

  test("of one kind is not sent with a grant for another", async () => {
    const input = { profile: "test", profileVersion: "1", facts: [investigation("OPEN")] };
    const grant = aGrant(
      office,
      entries.filter(({ category }) => category !== "INVESTIGATION_SUPPLY"),
    );
    const { errors } = await room.answer(grant, supply, { input });
    expect(errors?.[0]?.extensions?.code).toBe("FIELD_NOT_GRANTED");
  });

  test("with the ticket of another office is refused", async () => {
    expect(await send(finding({ ticket: "OFFICE_0 known" }))).toEqual(["REFUSED UNKNOWN_TICKET"]);
  });

  // biome-ignore format: a table, a row a line
  const unstorable: readonly (readonly [string, () => object, string])[] = [
    ["of tomorrow", () => finding({ eventDate: "2026-06-16" }), "eventDate"],
    ["with no file reference", () => finding({ fileRef: " " }), "fileRef"],
    ["with a character that PostgreSQL cannot store", () => finding({ legalBasis: "§\u0000" }), "legalBasis"],
    ["that was to be deleted before", () => finding({ deleteBy: "2026-06-14" }), "deleteBy"],
    ["of a provision that is written otherwise", () => investigation("OPEN", { investigation: { provisions: ["249 StGB"], state: "OPEN", since: "2026-05-20" } }), "provisions"],
    ["of a custody of no known kind", () => finding({ policeFinding: null, custody: { kind: "99", from: "2026-01-01" } }), "kind"],
    ["of a custody that ends before it begins", () => finding({ policeFinding: null, custody: { kind: "02", from: "2026-01-02", endedOn: "2026-01-01" } }), "endedOn"],
    ["of a fine without day fines", () => finding({ policeFinding: null, conviction: { court: "AG Münster", courtFileRef: "2 Ds", decidedOn: "2026-01-01", penalty: "FINE", offences: [] } }), "dayFines"],
  ];
  test.for(unstorable)("%s is refused by the name of the field", async ([, made, field]) => {
    expect(await send(made(), finding())).toEqual([`REFUSED INVALID_VALUE ${field}`, "ACCEPTED 1"]);
  });
});

describe("Later news", () => {
  test("of an investigation is its next version; ended, it is kept, and the office's relation ends", async () => {
    const charged = investigation("CHARGED", { changedAt: "2026-06-02T08:00:00Z", eventDate: "2026-06-02" });
    const ended = investigation("ACQUITTED", { changedAt: "2026-06-03T08:00:00Z", eventDate: "2026-06-03" });
    expect(await send(investigation("OPEN"), charged)).toEqual(["ACCEPTED 1", "CHANGED 2"]);
    expect(await held("investigation", "state")).toEqual(["P-ONE 2 CHARGED"]);
    expect(await send(ended)).toEqual(["CHANGED 3"]);
    expect(await held("investigation", "state")).toEqual(["P-ONE 3 ACQUITTED"]);
    expect(await relations()).toEqual(["P-ONE OWN_INVESTIGATION 100 Js 7/26 2026-05-20 2026-06-03"]);
    expect(await ledger("v.content -> 'values' ->> 'state'")).toEqual(["OPEN", "CHARGED", "ACQUITTED"]);
  });

  test("that comes in the wrong order is a conflict, and the later state stands", async () => {
    const charged = investigation("CHARGED", { changedAt: "2026-06-02T08:00:00Z" });
    expect(await send(charged, investigation("OPEN"))).toEqual(["ACCEPTED 1", "CONFLICT STALE"]);
    expect(await held("investigation", "state")).toEqual(["P-ONE 1 CHARGED"]);
  });

  test("is told apart from a message that comes again, in one request and in two", async () => {
    const message = investigation("OPEN");
    expect(await send(message, message)).toEqual(["ACCEPTED 1", "UNCHANGED 1"]);
    expect(await send(message)).toEqual(["UNCHANGED 1"]);
    expect(await send({ ...message, eventDate: "2026-05-21" })).toEqual(["CONFLICT MESSAGE_ID_REUSED"]);
    expect(await ledger("v.version")).toEqual([1]);
  });

  test("ends the version before, so that what rests on it is stale", async () => {
    await send(investigation("OPEN"));
    const [factId] = await ledger("f.fact_id");
    await send(investigation("CHARGED", { changedAt: "2026-06-02T08:00:00Z" }));
    const ends = await readRows(
      room.store.owner,
      sql`SELECT ends_on::text FROM directory.fact_end WHERE reference = ${`${factId}@1`}`,
    );
    expect(ends).toEqual([{ ends_on: "2026-06-15" }]);
  });

  test("that was parked with what went before comes to its person as it stands then", async () => {
    const ticket = `${office} unknown`;
    await send(
      investigation("OPEN", { ticket }),
      investigation("CHARGED", { ticket, changedAt: "2026-06-02T08:00:00Z" }),
    );
    await decide("unknown", "DECIDED", "P-TWO");
    await send();
    expect(await held("investigation", "state")).toEqual(["P-TWO 2 CHARGED"]);
  });

  test("sent twice at once is taken once", async () => {
    const facts = Array.from({ length: 20 }, () => finding());
    const [one, other] = await Promise.all([send(...facts), send(...facts)]);
    expect([...one, ...other].filter((told) => told === "ACCEPTED 1")).toHaveLength(20);
    expect(await held("police_finding", "finding_kind")).toHaveLength(20);
  });
});

test("What may be kept no longer is destroyed with all its versions, parked or not", async () => {
  const ticket = `${office} unknown`;
  await send(
    finding({ deleteBy: "2026-06-15" }),
    finding({ deleteBy: "2026-06-15", ticket }),
    finding({ reference: "F-KEPT" }),
  );
  await send();
  expect(await ledger("state")).toEqual(["HELD", "HELD", "HELD"]);
  const input = { profile: "test", profileVersion: "1", facts: [] };
  await room.ask(aGrant(office, entries, { date: "2026-06-16" }), supply, { input });
  expect(await ledger("reference || ' ' || (content IS NULL)")).toEqual(expect.arrayContaining(["F-KEPT false"]));
  expect((await ledger("state")).toSorted()).toEqual(["ERASED", "ERASED", "HELD"]);
  expect(await held("police_finding", "finding_kind")).toHaveLength(1);
});

describe("By reference", () => {
  test("an office erases a fact with all its versions; an old message does not bring it back", async () => {
    const message = finding({ reference: "F-1" });
    await send(message);
    const facts = [{ kind: "POLICE_FINDING", reference: "F-1" }];
    expect(await refer("eraseRecords", { facts })).toEqual(["CHANGED"]);
    expect(await held("police_finding", "finding_kind")).toEqual([]);
    expect(await relations()).toEqual(["P-ONE OWN_FINDING LKA 4711/26 2026-05-20 2026-06-14"]);
    expect(await ledger("v.content")).toEqual([null]);
    expect(await refer("eraseRecords", { facts })).toEqual(["UNCHANGED"]);
    expect(await send(message)).toEqual(["CONFLICT ERASED"]);
  });

  test("a relation goes on while another fact of the same file stands", async () => {
    await send(finding({ reference: "F-1" }), finding({ reference: "F-2" }));
    await refer("eraseRecords", { facts: [{ kind: "POLICE_FINDING", reference: "F-1" }] });
    expect(await relations()).toEqual(["P-ONE OWN_FINDING LKA 4711/26 2026-05-20 open"]);
  });

  test("an office restricts a fact, which stays what it is", async () => {
    await send(finding({ reference: "F-1" }));
    const facts = [{ kind: "POLICE_FINDING", reference: "F-1" }];
    expect(await refer("restrictRecords", { facts, restricted: true })).toEqual(["CHANGED"]);
    expect(await held("police_finding", "restricted")).toEqual(["P-ONE 1 true"]);
    expect(await refer("restrictRecords", { facts, restricted: true })).toEqual(["UNCHANGED"]);
  });

  test("a fact of another office is as unknown as none", async () => {
    await send(finding({ reference: "F-1" }));
    office = "OFFICE_ELSEWHERE";
    const facts = [{ kind: "POLICE_FINDING", reference: "F-1" }];
    expect(await refer("eraseRecords", { facts })).toEqual(["UNKNOWN_REFERENCE"]);
    expect(await refer("restrictRecords", { facts, restricted: true })).toEqual(["UNKNOWN_REFERENCE"]);
  });
});

test("A conviction comes with its offences, and goes with them", async () => {
  const conviction = {
    court: "Landgericht Münster",
    courtFileRef: "7 KLs 1/26",
    decidedOn: "2026-04-01",
    finalOn: "2026-05-01",
    penalty: "IMPRISONMENT",
    years: 2,
    months: 6,
    offences: [
      { provision: "§ 249 StGB", designation: "Raub", committedOn: "2025-11-02", intentional: true, violence: true },
    ],
  };
  expect(await send(finding({ policeFinding: null, conviction, reference: "C-1" }))).toEqual(["ACCEPTED 1"]);
  expect(await held("conviction", "court")).toEqual(["P-ONE 1 Landgericht Münster"]);
  await refer("eraseRecords", { facts: [{ kind: "CONVICTION", reference: "C-1" }] });
  expect(await readRows(room.store.owner, sql`SELECT FROM criminal_records.offence`)).toEqual([]);
});
