import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GrantClaims } from "../../../../schema/grant.ts";
import type { BlueprintCase } from "../../../../subgraphs/population/Blueprint.ts";
import { casePart, keptAssessment } from "../../../../subgraphs/shell/tables.ts";
import { today } from "../../today.ts";
import { aCase } from "../aCase.ts";
import { aPerson } from "../aPerson.ts";
import { askers } from "../askers.ts";
import { type CaseworkWorld, openCaseworkWorld } from "../caseworkWorld.ts";
import { mutate } from "../mutate.ts";
import { storedCase } from "../storedCase.ts";

let world: CaseworkWorld;
let number = 0;

beforeAll(async () => {
  world = await openCaseworkWorld();
});
afterAll(() => world.close());

const reason = "Nach Prüfung der Akten im Einzelfall entschieden.";

/** A case of a new person at RRK Münster in this state. */
async function caseIn(state: BlueprintCase["state"]): Promise<string> {
  number += 1;
  const caseRef = `FM-2026-${number}`;
  const admittedOn = state === "ADMITTED" || state === "SUSPENDED" || state === "CLOSED" ? "2026-04-01" : null;
  const closedOn = state === "REJECTED" || state === "CLOSED" ? "2026-05-02" : null;
  await world.populate(aPerson(`P-${number}`, aCase(caseRef, { state, admittedOn, closedOn })));
  return caseRef;
}

/** An assessment that scoring kept for the case, as the directory tells of it. */
async function keptFor(caseRef: string): Promise<string> {
  const factId = `RA-${caseRef}`;
  await world.store.owner.insert(keptAssessment).values({ factId, caseRef });
  return factId;
}

/** The person opens a score of the case. */
async function open(caseRef: string, person = "RRK_MUENSTER-07"): Promise<void> {
  await world.store.owner.insert(casePart).values({ caseRef, person, part: "OPENED_SCORE" });
}

async function opened(caseRef: string, factId: string): Promise<string> {
  await open(caseRef);
  return factId;
}

const decide = (caseRef: string, changes: object) =>
  mutate(world, askers.rrkMuenster, "decideAdmission", { caseRef, outcome: "ADMIT", reason, ...changes });

describe("On 15 June 2026 a decider of RRK Münster", () => {
  test.each(["CHECKED"] as const)("admits a %s case: ZAB Coesfeld carries out the return", async (state) => {
    const caseRef = await caseIn(state);
    const before = await storedCase(world, caseRef);
    expect(await decide(caseRef, {})).toEqual({ caseRef, code: null, field: null });
    const after = await storedCase(world, caseRef);
    expect(after.record).toEqual({ ...before.record, state: "ADMITTED" });
    expect(after.events).toEqual([
      ...before.events,
      { kind: "ADMITTED", office: "RRK_MUENSTER", by: "RRK_MUENSTER-07", on: today },
    ]);
    expect(after.decisions).toEqual([
      {
        outcome: "ADMIT",
        reason,
        decided_by: "RRK_MUENSTER-07",
        decided_on: today,
        seen_assessment: null,
        follows_band: null,
      },
    ]);
    expect(after.relations).toEqual([
      { kind: "ADMITTED_CASE", office: "ZAB_COESFELD", since: today, until: null },
      ...before.relations,
    ]);
  });

  test.each(["CHECKED"] as const)("rejects a %s case: its relations end after 30 days", async (state) => {
    const caseRef = await caseIn(state);
    const before = await storedCase(world, caseRef);
    expect(await decide(caseRef, { outcome: "REJECT" })).toEqual({ caseRef, code: null, field: null });
    const after = await storedCase(world, caseRef);
    expect(after.record).toEqual({ ...before.record, state: "REJECTED", closed_on: today });
    expect(after.events.at(-1)).toEqual({
      kind: "REJECTED",
      office: "RRK_MUENSTER",
      by: "RRK_MUENSTER-07",
      on: today,
    });
    expect(after.decisions).toMatchObject([{ outcome: "REJECT", reason, decided_by: "RRK_MUENSTER-07" }]);
    expect(after.relations).toEqual([
      { kind: "OWN_CASE", office: "RRK_MUENSTER", since: "2026-03-02", until: "2026-07-15" },
      { kind: "PARTICIPATING_CASE", office: "ABH_05554", since: "2026-03-02", until: "2026-07-15" },
    ]);
    expect(after.subject).toMatchObject([{ since: "2026-03-02", until: null }]);
  });

  test("notes which assessment was seen and whether the decision follows it, for either outcome", async () => {
    for (const [outcome, followsBand] of [
      ["ADMIT", false],
      ["REJECT", true],
    ] as const) {
      const caseRef = await caseIn("CHECKED");
      const seenAssessment = await keptFor(caseRef);
      await open(caseRef);
      expect(await decide(caseRef, { outcome, seenAssessment, followsBand })).toMatchObject({ code: null });
      const { decisions } = await storedCase(world, caseRef);
      expect(decisions).toMatchObject([{ outcome, seen_assessment: seenAssessment, follows_band: followsBand }]);
    }
  });

  const withoutBand: GrantClaims = {
    ...askers.rrkMuenster,
    entries: askers.rrkMuenster.entries.filter(({ category }) => category !== "ASSESSMENT_BAND"),
  };

  test.each<readonly [string, (caseRef: string) => Promise<string>, GrantClaims]>([
    ["that was never kept", async (caseRef) => opened(caseRef, `RA-NONE-${caseRef}`), askers.rrkMuenster],
    [
      "that was kept for another case",
      async (caseRef) => opened(caseRef, await keptFor(await caseIn("CHECKED"))),
      askers.rrkMuenster,
    ],
    ["that the decider has not opened", keptFor, askers.rrkMuenster],
    [
      "that a colleague opened",
      async (caseRef) => {
        await open(caseRef, "RRK_MUENSTER-08");
        return keptFor(caseRef);
      },
      askers.rrkMuenster,
    ],
    ["of a kind that the decider may not see", async (caseRef) => opened(caseRef, await keptFor(caseRef)), withoutBand],
  ])("cannot say to have seen an assessment %s: nothing is written", async (_, name, asker) => {
    for (const outcome of ["ADMIT", "REJECT"]) {
      const caseRef = await caseIn("CHECKED");
      const before = await storedCase(world, caseRef);
      const seenAssessment = await name(caseRef);
      const input = { caseRef, outcome, reason, seenAssessment, followsBand: true };
      expect(await mutate(world, asker, "decideAdmission", input)).toEqual({
        caseRef: null,
        code: "INVALID_INPUT",
        field: "input.seenAssessment",
      });
      expect(await storedCase(world, caseRef)).toEqual(before);
    }
  });

  test("is another person than the one who rated the case blind, for either outcome", async () => {
    for (const outcome of ["ADMIT", "REJECT"]) {
      const caseRef = await caseIn("CHECKED");
      await world.store.owner.insert(casePart).values({ caseRef, person: "RRK_MUENSTER-07", part: "RATED_BLIND" });
      expect(await decide(caseRef, { outcome })).toMatchObject({ code: "CONFLICT" });
      expect((await storedCase(world, caseRef)).decisions).toEqual([]);
    }
  });

  test("is noted as one who decided, and no longer blind", async () => {
    const caseRef = await caseIn("CHECKED");
    await decide(caseRef, {});
    const own = world.store.owner.select({ part: casePart.part }).from(casePart).where(eq(casePart.caseRef, caseRef));
    expect(await own).toEqual([{ part: "DECIDED" }]);
  });

  test.each([
    ["a reason of nine characters", { reason: "zu kurz!!" }, "input.reason"],
    ["a reason of spaces", { reason: " ".repeat(40) }, "input.reason"],
    ["a reason of 2,001 characters", { reason: "x".repeat(2001) }, "input.reason"],
    ["a reason that cannot be stored", { reason: `Begründung\u0000Begründung` }, "input.reason"],
    ["an assessment seen, but not whether it is followed", { seenAssessment: "AS-1" }, "input.followsBand"],
    ["a band followed, but no assessment seen", { followsBand: true }, "input.followsBand"],
    ["an assessment without a name", { seenAssessment: " ", followsBand: true }, "input.seenAssessment"],
  ])("with %s is told the field, and nothing is written", async (_, changes, field) => {
    for (const outcome of ["ADMIT", "REJECT"]) {
      const caseRef = await caseIn("CHECKED");
      const before = await storedCase(world, caseRef);
      expect(await decide(caseRef, { outcome, ...changes })).toEqual({ caseRef: null, code: "INVALID_INPUT", field });
      expect(await storedCase(world, caseRef)).toEqual(before);
    }
  });

  test.each(["PROPOSED", "ADMITTED", "SUSPENDED"] as const)("cannot decide on a case that is %s", async (state) => {
    for (const outcome of ["ADMIT", "REJECT"]) {
      const caseRef = await caseIn(state);
      const before = await storedCase(world, caseRef);
      expect(await decide(caseRef, { outcome })).toEqual({ caseRef: null, code: "CONFLICT", field: null });
      expect(await storedCase(world, caseRef)).toEqual(before);
    }
  });

  test.each([
    ["2026-05-20", "CONFLICT"],
    ["2026-06-01", "CONFLICT"],
    ["2026-06-02", "NOT_FOUND"],
  ])(
    "asking for %s gets %s for a case that was rejected on 2 May: its relation lasts until 1 June",
    async (date, code) => {
      const caseRef = await caseIn("REJECTED");
      const asker = { ...askers.rrkMuenster, date };
      const outcome = await mutate(world, asker, "decideAdmission", { caseRef, outcome: "ADMIT", reason });
      expect(outcome.code).toBe(code);
    },
  );

  test("must be a named person: without one the subgraph fails and writes nothing", async () => {
    const caseRef = await caseIn("CHECKED");
    const before = await storedCase(world, caseRef);
    const nobody = { ...askers.rrkMuenster, person: null };
    const outcome = await mutate(world, nobody, "decideAdmission", { caseRef, outcome: "ADMIT", reason });
    expect(outcome.code).toBe("INTERNAL");
    expect(String(world.failures.at(-1))).toBe("Error: A grant for a mutation names the person who acts.");
    expect(await storedCase(world, caseRef)).toEqual(before);
  });
});

test("Two deciders at once, one admits and one rejects: one decision stands whole, the other is a conflict", async () => {
  for (let round = 0; round < 5; round += 1) {
    const caseRef = await caseIn("CHECKED");
    const outcomes = await Promise.all([decide(caseRef, { outcome: "ADMIT" }), decide(caseRef, { outcome: "REJECT" })]);
    expect(outcomes.map(({ code }) => code).sort()).toEqual(["CONFLICT", null].sort());
    const { record, events, decisions, relations } = await storedCase(world, caseRef);
    const admitted = outcomes[0]?.code === null;
    expect(record).toMatchObject({ state: admitted ? "ADMITTED" : "REJECTED" });
    expect(decisions).toMatchObject([{ outcome: admitted ? "ADMIT" : "REJECT" }]);
    expect(events.filter(({ kind }) => kind === "ADMITTED" || kind === "REJECTED")).toHaveLength(1);
    expect(relations.filter(({ kind }) => kind === "ADMITTED_CASE")).toHaveLength(admitted ? 1 : 0);
  }
});
