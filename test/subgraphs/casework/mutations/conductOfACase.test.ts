import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aGrant } from "../../aGrant.ts";
import { grantEntries } from "../../grantEntries.ts";
import { today } from "../../today.ts";
import { aCase, anAdmittedCase } from "../aCase.ts";
import { aPerson } from "../aPerson.ts";
import { askers } from "../askers.ts";
import { type CaseworkWorld, openCaseworkWorld } from "../caseworkWorld.ts";
import { mutate } from "../mutate.ts";
import { storedCase } from "../storedCase.ts";

let world: CaseworkWorld;
const caseRef = "FM-2026-0001";
const reason = "Nach Prüfung der Akten im Einzelfall entschieden.";

beforeAll(async () => {
  world = await openCaseworkWorld();
  await world.populate(
    aPerson("P-ADMITTED", anAdmittedCase(caseRef)),
    aPerson("P-CLOSED", anAdmittedCase("FM-2026-0002", { state: "CLOSED", closedOn: "2026-05-20" })),
    aPerson("P-CONDUCT", aCase("FM-2026-0003", { state: "CHECKED", ground: "SOCIAL_CONDUCT" })),
  );
});
afterAll(() => world.close());

const reporter = (office: string, when: readonly string[]) =>
  aGrant(office, [
    ...grantEntries("SEE", ["CASE"], when),
    ...grantEntries("WRITE", ["MEASURE_REPORT"], when),
    ...grantEntries("SEE", ["RELATION_FACTS"], ["ANY"], []),
  ]);
const zab = reporter("ZAB_COESFELD", ["ADMITTED_CASE"]);
const abh = reporter("ABH_05554", ["PARTICIPATING_CASE"]);

async function newMeasure(office: string): Promise<string> {
  const input = { caseRef, kind: "SUBSTITUTE_DOCUMENT", office, dueOn: "2026-07-01" };
  await mutate(world, askers.rrkMuenster, "addMeasure", input);
  const { data } = await world.ask(
    askers.rrkMuenster,
    `{ case(caseRef: "${caseRef}") { measures { id office { id } } } }`,
  );
  const own = data?.case.measures.filter((each: { office: { id: string } }) => each.office.id === office);
  return own.at(-1).id;
}

describe("A measure", () => {
  test("is reported on by the office that carries it out, once", async () => {
    const measure = await newMeasure("ZAB_COESFELD");
    const report = { caseRef, measure, state: "DONE" };
    expect((await mutate(world, zab, "reportMeasure", report)).code).toBeNull();
    expect((await mutate(world, zab, "reportMeasure", { ...report, state: "CANCELLED" })).code).toBe("CONFLICT");
    const { measures, events } = await storedCase(world, caseRef);
    expect(measures.at(-1)).toMatchObject({ office: "ZAB_COESFELD", state: "DONE" });
    expect(events.at(-1)).toMatchObject({ kind: "MEASURE_REPORTED", office: "ZAB_COESFELD", on: today });
  });

  test("of another office is as absent as one that does not exist, and the RRK in charge gives up any", async () => {
    const measure = await newMeasure("ZAB_COESFELD");
    const before = await storedCase(world, caseRef);
    for (const id of [measure, "M-0000000000000000"]) {
      const refused = await mutate(world, abh, "reportMeasure", { caseRef, measure: id, state: "DONE" });
      expect(refused.code).toBe("NOT_FOUND");
    }
    expect(await storedCase(world, caseRef)).toEqual(before);
    const given = await mutate(world, askers.rrkMuenster, "reportMeasure", { caseRef, measure, state: "CANCELLED" });
    expect(given.code).toBeNull();
  });
});

describe("A deadline", () => {
  test("of a month from a service on 4 May ends after Corpus Christi, on Friday 5 June: in the past, so it is refused", async () => {
    const input = { caseRef, kind: "COURT_ACTION", eventDay: "2026-05-04", length: 1, unit: "MONTH" };
    expect(await mutate(world, askers.rrkMuenster, "setDeadline", input)).toMatchObject({
      code: "INVALID_INPUT",
      field: "input.eventDay",
    });
  });

  test("of two weeks from 15 June ends on 29 June, with its norm; its words are those of a list", async () => {
    const input = { caseRef, kind: "HEARING_STATEMENT", eventDay: "2026-06-15", length: 2, unit: "WEEK" };
    expect((await mutate(world, askers.rrkMuenster, "setDeadline", input)).code).toBeNull();
    const { data } = await world.ask(
      askers.rrkMuenster,
      `{ case(caseRef: "${caseRef}") { deadlines { subject dueOn norm provenance { sourceOffice { id } } } } }`,
    );
    expect(data?.case.deadlines).toContainEqual({
      subject: "Stellungnahme zur Anhörung",
      dueOn: "2026-06-29",
      norm: "§ 28 VwVfG",
      provenance: { sourceOffice: { id: "RRK_MUENSTER" } },
    });
  });

  test("runs from no event that has not come", async () => {
    const input = { caseRef, kind: "CASE_REVIEW", eventDay: "2026-06-16", length: 1, unit: "MONTH" };
    expect(await mutate(world, askers.rrkMuenster, "setDeadline", input)).toMatchObject({
      code: "INVALID_INPUT",
      field: "input.eventDay",
    });
  });

  test.each([0, 367])("has no length of %i", async (length) => {
    const input = { caseRef, kind: "CASE_REVIEW", eventDay: "2026-06-15", length, unit: "DAY" };
    expect((await mutate(world, askers.rrkMuenster, "setDeadline", input)).field).toBe("input.length");
  });
});

describe("A case conference", () => {
  const input = {
    caseRef,
    on: "2026-06-12",
    participants: ["POLICE_MUENSTER", "ABH_05554", "ZAB_ESSEN"],
    agenda: ["Sachstand", "Weiteres Vorgehen"],
    resolution: "Die Ausländerbehörde hört an.",
    minutes: "Alle Stellen haben berichtet.",
  };

  test("is kept with its agenda, participants, resolution and minutes, and taking part opens nothing", async () => {
    const before = await storedCase(world, caseRef);
    expect((await mutate(world, askers.rrkMuenster, "holdConference", input)).code).toBeNull();
    const { data } = await world.ask(
      askers.rrkMuenster,
      `{ case(caseRef: "${caseRef}") { conferences { on participants { id } agenda resolution minutes } } }`,
    );
    expect(data?.case.conferences.at(-1)).toEqual({
      ...{ on: input.on, agenda: input.agenda, resolution: input.resolution, minutes: input.minutes },
      participants: input.participants.map((id) => ({ id })),
    });
    expect((await storedCase(world, caseRef)).relations).toEqual(before.relations);
    const police = aGrant("POLICE_MUENSTER", [
      ...grantEntries("SEE", ["CASE", "CASE_CONFERENCE", "CASE_FREE_TEXT"], ["PARTICIPATING_CASE", "OWN_CASE"]),
      ...grantEntries("SEE", ["RELATION_FACTS"], ["ANY"], []),
    ]);
    const theirs = await world.ask(police, `{ case(caseRef: "${caseRef}") { state conferences { agenda } } }`);
    expect(theirs.data).toEqual({ case: null });
  });

  test.each([
    ["on a day that has not come", { on: "2026-06-16" }, "input.on"],
    ["before the case was opened", { on: "2026-03-01" }, "input.on"],
    ["with nobody", { participants: [] }, "input.participants"],
    ["with the data subject", { participants: ["DATA_SUBJECT"] }, "input.participants"],
    ["without an agenda", { agenda: [] }, "input.agenda"],
    ["with a resolution of nine characters", { resolution: "zu kurz!!" }, "input.resolution"],
  ])("%s is refused with the field", async (_, changes, field) => {
    const before = await storedCase(world, caseRef);
    const refused = await mutate(world, askers.rrkMuenster, "holdConference", { ...input, ...changes });
    expect(refused).toMatchObject({ code: "INVALID_INPUT", field });
    expect(await storedCase(world, caseRef)).toEqual(before);
  });
});

describe("That consent is not required", () => {
  const known = {
    caseRef,
    office: "STA_R2700S",
    plannedMeasure: "EXPULSION_ORDER",
    proceedings: [{ provision: "§ 242 StGB" }],
    furtherProceedings: "NO",
    severalActs: "NO",
    complaintFiled: "NO",
    protectedWitness: "NO",
  };

  test.each([
    ["of a complaint nobody knows", { complaintFiled: "UNKNOWN" }],
    ["the person may be under witness protection", { protectedWitness: "UNKNOWN" }],
    ["the provision is not known", { proceedings: [{ provision: null }] }],
  ])("is not noted where %s", async (_, changes) => {
    const before = await storedCase(world, caseRef);
    const refused = await mutate(world, askers.rrkMuenster, "noteConsentNotRequired", { ...known, ...changes });
    expect(refused.code).toBe("CONFLICT");
    expect(await storedCase(world, caseRef)).toEqual(before);
  });

  test("is noted where everything is known: the prosecutor's office is not asked and sees nothing", async () => {
    expect((await mutate(world, askers.rrkMuenster, "noteConsentNotRequired", known)).code).toBeNull();
    const { consents, relations } = await storedCase(world, caseRef);
    expect(consents.at(-1)).toMatchObject({ office: "STA_R2700S", state: "NOT_REQUIRED", requested_on: null });
    expect(relations.filter(({ office }) => office === "STA_R2700S")).toEqual([]);
  });
});

describe("A case that is over", () => {
  test("was closed with an outcome, and is opened again with its relations", async () => {
    const closed = await storedCase(world, "FM-2026-0002");
    expect(closed.record).toMatchObject({ state: "CLOSED", closing_outcome: expect.any(String) });
    expect(closed.relations.map(({ until }) => until)).toEqual(closed.relations.map(() => "2026-06-19"));
    const input = { caseRef: "FM-2026-0002", reason };
    expect((await mutate(world, askers.rrkMuenster, "reopenCase", input)).code).toBeNull();
    const open = await storedCase(world, "FM-2026-0002");
    expect(open.record).toMatchObject({ state: "ADMITTED", closed_on: null, closing_outcome: null });
    expect(open.relations.map(({ until }) => until)).toEqual(open.relations.map(() => null));
  });

  test("is not opened again once its relations have ended", async () => {
    const asker = { ...askers.rrkMuenster, date: "2026-08-01" };
    await mutate(world, askers.rrkMuenster, "closeCase", { caseRef: "FM-2026-0002", reason, outcome: "NOT_PURSUED" });
    expect((await mutate(world, asker, "reopenCase", { caseRef: "FM-2026-0002", reason })).code).toBe("NOT_FOUND");
  });
});

describe("A decision on the ground of social conduct", () => {
  const by = (person: string) => ({ ...askers.rrkMuenster, person });
  const input = { caseRef: "FM-2026-0003", reason };

  test("has no effect until a second person confirms it, who is not the first", async () => {
    const decided = await mutate(world, by("RRK_MUENSTER-01"), "decideAdmission", { ...input, outcome: "REJECT" });
    expect(decided.code).toBeNull();
    const awaiting = await storedCase(world, "FM-2026-0003");
    expect(awaiting.record).toMatchObject({ state: "AWAITING_CONFIRMATION", closed_on: null });
    expect(awaiting.relations.every(({ until }) => until === null)).toBe(true);
    const own = await mutate(world, by("RRK_MUENSTER-01"), "confirmDecision", { ...input, agrees: true });
    expect(own.code).toBe("CONFLICT");
    const other = await mutate(world, by("RRK_MUENSTER-02"), "confirmDecision", { ...input, agrees: true });
    expect(other.code).toBeNull();
    const over = await storedCase(world, "FM-2026-0003");
    expect(over.record).toMatchObject({ state: "REJECTED", closed_on: today });
    expect(over.relations.every(({ until }) => until === "2026-07-15")).toBe(true);
  });
});
