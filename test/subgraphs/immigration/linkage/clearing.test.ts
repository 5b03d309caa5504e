import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { immigration } from "../../../../subgraphs/immigration/subgraph.ts";
import { announcedPerson, linkageAct, person } from "../../../../subgraphs/immigration/tables.ts";
import { relation } from "../../../../subgraphs/shell/tables.ts";
import { recordingErasures } from "../../recordingErasures.ts";
import { type LinkageWorld, linkageAskers, openLinkageWorld } from "./linkageWorld.ts";

let world: LinkageWorld;
beforeAll(async () => {
  world = await openLinkageWorld();
});
beforeEach(() => world.forgetAll());
afterAll(() => world.close());

const twin = { givenNames: "Amina" };

async function personOf(ticket: string): Promise<string> {
  return (await world.ticket(ticket)).personRef ?? "nobody";
}

describe("A description", () => {
  test("of somebody new opens a file with the authority that keeps it, and says so in the directory", async () => {
    const ticket = await world.announce({ dateOfBirth: "1994-05" });
    expect(await world.ticket(ticket)).toMatchObject({ state: "DECIDED", version: 2 });
    const [row] = await world.store.owner.select().from(person);
    expect(row).toMatchObject({
      familyName: "Zaidan",
      dateOfBirth: null,
      dateOfBirthPart: "1994-05",
      regimeByCitizenship: "THIRD_COUNTRY",
    });
    const ties = await world.store.owner.select().from(relation);
    expect(ties.map(({ office, kind, caseRef }) => [office, kind, caseRef])).toEqual(
      expect.arrayContaining([["ABH_05554", "OWN_FILE", "ABH-BOR-1/26"]]),
    );
  });

  test("of somebody on file in another spelling is linked, whoever sends it, and opens nothing", async () => {
    const first = await world.announce();
    const again = await world.announce(
      { familyName: "Zeidan", givenNames: "Rukaya", competentAuthority: null, citizenships: null },
      "lka",
    );
    expect(await personOf(again)).toBe(await personOf(first));
    expect(await world.store.owner.$count(person)).toBe(1);
  });

  test("twice in one call is one person", async () => {
    const query =
      "mutation ($input: [PersonDescription!]!) { announcePersons(input: $input) { announcements { ticket } } }";
    const each = {
      fileRef: "1",
      familyName: "Zaidan",
      givenNames: "Amal",
      dateOfBirth: "1990-02-03",
      citizenships: ["SYR"],
    };
    const input = [
      { ...each, reference: "A" },
      { ...each, reference: "B" },
    ];
    await world.ask(linkageAskers.borken, query, { input });
    expect(await world.store.owner.$count(person)).toBe(1);
  });

  test("of a twin is put before a person, who sees whom it could be, and nobody else on file", async () => {
    const first = await world.announce();
    await world.announce({ familyName: "Haddad", givenNames: "Karim", dateOfBirth: "1971-08-30" });
    const asked = await world.announce(twin);
    expect(await world.ticket(asked)).toMatchObject({ state: "UNDECIDED", personRef: null });
    expect(await world.questions("clearing")).toEqual(new Map([[asked, [await personOf(first)]]]));
    expect(await world.questions("blocked")).toEqual(new Map());
    const { data } = await world.ask(linkageAskers.clearing, "{ persons { totalCount } }");
    expect(data.persons.totalCount).toBe(1);
  });

  test("of somebody new without authority or citizenship waits for a person, with nobody beside it", async () => {
    const ticket = await world.announce({ competentAuthority: null, citizenships: null }, "lka");
    expect(await world.questions("clearing")).toEqual(new Map([[ticket, []]]));
  });

  test("gives its sender an answer of one form, whatever became of it", async () => {
    const query =
      "mutation ($input: [PersonDescription!]!) { announcePersons(input: $input) { announcements { reference ticket } } }";
    const input = (givenNames: string, reference: string) => [
      { reference, fileRef: "1", familyName: "Zaidan", givenNames, dateOfBirth: "1994-05-12", citizenships: ["SYR"] },
    ];
    const answers = [];
    for (const [name, reference] of [
      ["Ruqayya", "1"],
      ["Rukaya", "2"],
      ["Amina", "3"],
    ] as const) {
      const { data, codes } = await world.ask(linkageAskers.borken, query, { input: input(name, reference) });
      answers.push({
        keys: Object.keys(data.announcePersons.announcements[0]),
        length: JSON.stringify(data).length,
        codes,
      });
    }
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
  });
});

describe("A clearing officer", () => {
  test("links with a reason: the ticket stands for the candidate, the question and the relation end, and the act is on record", async () => {
    const first = await personOf(await world.announce());
    const ticket = await world.announce(twin);
    expect(await world.act("clearing", "decideIdentity", { ticket, personRef: first })).toMatchObject({
      act: "LINKED",
      by: "CLEARING-07",
      reason: "Nach Einsicht in die Akten",
    });
    expect(await world.ticket(ticket)).toMatchObject({ personRef: first, version: 2 });
    expect(await world.questions("clearing")).toEqual(new Map());
    const open = and(eq(relation.office, "CLEARING"), isNull(relation.until));
    expect(await world.store.owner.$count(relation, open)).toBe(0);
  });

  test("has a file opened for somebody new; a second description of that person is then decided without being asked about", async () => {
    await world.announce();
    const [ticket, second] = [await world.announce(twin), await world.announce(twin, "lka")];
    expect([...(await world.questions("clearing")).keys()]).toEqual([ticket, second]);
    expect(await world.act("clearing", "decideIdentity", { ticket })).toMatchObject({ act: "CREATED" });
    expect(await personOf(second)).toBe(await personOf(ticket));
    expect(await world.questions("clearing")).toEqual(new Map());
  });

  test("says who keeps the file where the description does not", async () => {
    const ticket = await world.announce({ competentAuthority: null, citizenships: null }, "lka");
    const completed = { ticket, competentAuthority: "ABH_05554", citizenships: ["SYR"] };
    expect(await world.act("clearing", "decideIdentity", { ticket })).toBe("INVALID_INPUT");
    expect(await world.act("clearing", "decideIdentity", { ...completed, competentAuthority: "LKA_NRW" })).toBe(
      "INVALID_INPUT",
    );
    expect(await world.act("clearing", "decideIdentity", completed)).toMatchObject({ act: "CREATED" });
  });

  test.each<readonly [what: string, input: (ticket: string) => object, code: string]>([
    [
      "a ticket that nobody asks about",
      () => ({ ticket: "T-0000000000000000", personRef: "P-NOBODY000000" }),
      "NOT_FOUND",
    ],
    ["a person who is no candidate", (ticket) => ({ ticket, personRef: "P-NOBODY000000" }), "NOT_FOUND"],
    ["a short reason", (ticket) => ({ ticket, reason: "so" }), "INVALID_INPUT"],
  ])("is refused %s", async (_what, input, code) => {
    await world.announce();
    const ticket = await world.announce(twin);
    expect(await world.act("clearing", "decideIdentity", input(ticket))).toBe(code);
    expect(await world.ticket(ticket)).toMatchObject({ state: "UNDECIDED" });
  });

  test("takes a decision back: the ticket stands for nobody, and the file that was opened for it alone is closed", async () => {
    const ticket = await world.announce();
    expect(await world.act("clearing", "reopenIdentity", { ticket })).toMatchObject({ act: "REOPENED" });
    expect(await world.ticket(ticket)).toMatchObject({ state: "UNDECIDED", personRef: null, version: 3 });
    expect(await world.store.owner.$count(person)).toBe(0);
    expect(await world.questions("clearing")).toEqual(new Map([[ticket, []]]));
  });

  test("takes a link back: the person stays on file, and is a candidate", async () => {
    const first = await personOf(await world.announce());
    const ticket = await world.announce({ givenNames: "Rukaya" }, "lka");
    await world.act("clearing", "reopenIdentity", { ticket });
    expect(await world.questions("clearing")).toEqual(new Map([[ticket, [first]]]));
  });
});

describe("Where a large transfer block holds", () => {
  test("a description that could be of the person goes to the other office, whole, even where all agrees", async () => {
    const first = await personOf(await world.announce());
    await world.block(first);
    const ticket = await world.announce({}, "lka");
    expect(await world.questions("clearing")).toEqual(new Map());
    expect(await world.questions("blocked")).toEqual(new Map([[ticket, [first]]]));
    expect(await world.act("clearing", "decideIdentity", { ticket, personRef: first })).toBe("NOT_FOUND");
    expect(await world.act("clearing", "reopenIdentity", { ticket })).toBe("NOT_FOUND");
    expect(await world.act("blocked", "decideIdentity", { ticket, personRef: first })).toMatchObject({ act: "LINKED" });
  });

  test("since a question was asked, the office that may not know neither sees the person nor answers", async () => {
    const first = await personOf(await world.announce());
    const ticket = await world.announce(twin);
    await world.block(first);
    expect(await world.questions("clearing")).toEqual(new Map([[ticket, []]]));
    expect(await world.act("clearing", "decideIdentity", { ticket })).toBe("NOT_FOUND");
  });
});

describe("A question that nobody answers, asked on 15 June 2026,", () => {
  const { recorded, record } = recordingErasures();
  const keepUp = (date: string) => immigration.keepUp?.(world.store.owner, date, record);

  test("stands until 15 December, and ends a day later with the description and the relation to the candidates", async () => {
    await world.announce();
    const ticket = await world.announce(twin);
    await keepUp("2026-12-15");
    expect(await world.ticket(ticket)).toMatchObject({ state: "UNDECIDED" });
    for (const _time of ["once", "again"]) {
      await keepUp("2026-12-16");
      expect(await world.ticket(ticket)).toMatchObject({ state: "WITHDRAWN", personRef: null, version: 2 });
    }
    expect(await world.questions("clearing")).toEqual(new Map());
    expect(await world.store.owner.$count(announcedPerson, eq(announcedPerson.ticket, ticket))).toBe(0);
    expect(recorded.map(({ erasure: { what, office }, isOver }) => [what, office, isOver])).toEqual([
      ["descriptions of persons that nobody answered for", "ABH_05554", true],
    ]);
    const open = and(eq(relation.kind, "CLEARING_CANDIDATE"), isNull(relation.until));
    expect(await world.store.owner.$count(relation, open)).toBe(0);
    const acts = await world.store.owner.select().from(linkageAct).where(eq(linkageAct.ticket, ticket));
    expect(acts.map(({ act, by }) => [act, by])).toEqual([
      ["ASKED", null],
      ["WITHDRAWN", null],
    ]);
  });

  test("is not the one that was answered in time", async () => {
    const first = await personOf(await world.announce());
    const ticket = await world.announce(twin);
    await world.act("clearing", "decideIdentity", { ticket, personRef: first });
    await keepUp("2027-06-15");
    expect(await world.ticket(ticket)).toMatchObject({ state: "DECIDED", personRef: first });
  });
});

test("Everything that was decided is on record, by whom, with a reason or by the model", async () => {
  const first = await personOf(await world.announce());
  const ticket = await world.announce(twin);
  await world.act("clearing", "decideIdentity", { ticket, personRef: first });
  await world.act("clearing", "reopenIdentity", { ticket });
  const acts = await world.store.owner.select().from(linkageAct).orderBy(linkageAct.at);
  expect(acts.map(({ act, by, office, operationId }) => [act, by, office, operationId])).toEqual([
    ["CREATED", null, "ABH_05554", "test"],
    ["ASKED", null, "ABH_05554", "test"],
    ["LINKED", "CLEARING-07", "CLEARING", "test"],
    ["REOPENED", "CLEARING-07", "CLEARING", "test"],
  ]);
  const { data } = await world.ask(linkageAskers.clearing, "{ linkageActs(first: 1) { act by ticket } }");
  expect(data.linkageActs).toEqual([{ act: "REOPENED", by: "CLEARING-07", ticket }]);
});
