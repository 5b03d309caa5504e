import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { today } from "../../today.ts";
import { aCase, anAdmittedCase } from "../aCase.ts";
import { aPerson } from "../aPerson.ts";
import { askers } from "../askers.ts";
import { type CaseworkWorld, openCaseworkWorld } from "../caseworkWorld.ts";
import { mutate } from "../mutate.ts";
import { storedCase } from "../storedCase.ts";

let world: CaseworkWorld;

beforeAll(async () => {
  world = await openCaseworkWorld();
  await world.populate(
    aPerson("P-NONE", anAdmittedCase("FM-2026-0001")),
    aPerson("P-REQUESTED", anAdmittedCase("FM-2026-0002", { consent: "REQUESTED" })),
    aPerson("P-REFUSED", anAdmittedCase("FM-2026-0003", { consent: "REFUSED" })),
    aPerson("P-NOT-REQUIRED", anAdmittedCase("FM-2026-0004", { consent: "NOT_REQUIRED" })),
    aPerson("P-REJECTED", aCase("FM-2026-0005", { state: "REJECTED", closedOn: "2026-06-01" })),
    aPerson(
      "P-CLOSED",
      anAdmittedCase("FM-2026-0006", { state: "CLOSED", closedOn: "2026-06-01", consent: "REQUESTED" }),
    ),
    aPerson("P-PROPOSED", aCase("FM-2026-0007")),
    aPerson("P-GIVEN", anAdmittedCase("FM-2026-0008", { consent: "REQUESTED" })),
    aPerson("P-TWICE", anAdmittedCase("FM-2026-0009", { consent: "REQUESTED" })),
  );
});
afterAll(() => world.close());

const request = (caseRef: string, office = "STA_R2700S") =>
  mutate(world, askers.rrkMuenster, "requestConsent", { caseRef, office, plannedMeasure: "EXPULSION_ORDER" });
const answer = (caseRef: string, given: "GIVEN" | "REFUSED", asker: keyof typeof askers = "staMuenster") =>
  mutate(world, askers[asker], "answerConsent", { caseRef, answer: given });

/** Ends of the versions of the consents in a case, as the directory has them. */
const ends = (caseRef: string) =>
  world.rows(
    sql`SELECT p.position, p.office, split_part(e.reference, '@', 2) AS version, e.ends_on::text AS ends_on
      FROM casework.prosecutor_consent AS p JOIN directory.fact_end AS e ON split_part(e.reference, '@', 1) = p.fact_id
      WHERE p.case_ref = ${caseRef} ORDER BY 1, 3`,
  );

const openRequest = {
  office: "STA_R2700S",
  state: "REQUESTED",
  version: 1,
  requested_on: today,
  answered_on: null,
  planned_measure: "EXPULSION_ORDER",
};

describe("On 15 June 2026 RRK Münster asks for consent (§ 72 (4) AufenthG)", () => {
  test.each([
    ["where nothing was asked before", "FM-2026-0001"],
    ["again after a refusal", "FM-2026-0003"],
    ["where none had been required", "FM-2026-0004"],
    ["before admission", "FM-2026-0007"],
  ])("%s: the prosecutor's office sees the case by the request", async (_, caseRef) => {
    const before = await storedCase(world, caseRef);
    expect(await request(caseRef)).toEqual({ caseRef, code: null, field: null });
    const after = await storedCase(world, caseRef);
    expect(after.record).toEqual(before.record);
    expect(after.consents).toEqual([...before.consents, openRequest]);
    expect(after.events.slice(before.events.length)).toEqual([
      { kind: "CONSENT_REQUESTED", office: "RRK_MUENSTER", by: "RRK_MUENSTER-07", on: today },
    ]);
    expect(after.relations).toContainEqual(
      expect.objectContaining({ kind: "CONSENT_REQUEST", office: "STA_R2700S", until: null }),
    );
  });

  test("of a second office while the first has not answered", async () => {
    expect(await request("FM-2026-0002", "STA_R2400S")).toMatchObject({ code: null });
    const { consents } = await storedCase(world, "FM-2026-0002");
    expect(consents).toMatchObject([
      { office: "STA_R2700S", state: "REQUESTED" },
      { office: "STA_R2400S", state: "REQUESTED" },
    ]);
  });

  test.each([
    ["of the same office while its answer is open", "FM-2026-0002"],
    ["in a rejected case", "FM-2026-0005"],
    ["in a closed case", "FM-2026-0006"],
  ])("not %s", async (_, caseRef) => {
    const before = await storedCase(world, caseRef);
    expect(await request(caseRef)).toEqual({ caseRef: null, code: "CONFLICT", field: null });
    expect(await storedCase(world, caseRef)).toEqual(before);
  });

  test.each(["STA_NOWHERE", "ABH_05554", "RRK_MUENSTER"])("not of %s, which prosecutes nobody", async (office) => {
    const before = await storedCase(world, "FM-2026-0001");
    expect(await request("FM-2026-0001", office)).toEqual({
      caseRef: null,
      code: "INVALID_INPUT",
      field: "input.office",
    });
    expect(await storedCase(world, "FM-2026-0001")).toEqual(before);
  });
});

describe("On 15 June 2026 the prosecutor's office of Münster answers", () => {
  test("GIVEN to its open request", async () => {
    const before = await storedCase(world, "FM-2026-0008");
    expect(await answer("FM-2026-0008", "GIVEN")).toEqual({ caseRef: "FM-2026-0008", code: null, field: null });
    const after = await storedCase(world, "FM-2026-0008");
    expect(after.consents).toEqual([{ ...before.consents[0], state: "GIVEN", version: 2, answered_on: today }]);
    expect(after.events).toEqual([
      ...before.events,
      { kind: "CONSENT_ANSWERED", office: "STA_R2700S", by: "STA_R2700S-07", on: today },
    ]);
    expect({ ...after, consents: [], events: [] }).toEqual({ ...before, consents: [], events: [] });
  });

  test("once: of GIVEN and REFUSED at the same time one stands", async () => {
    const outcomes = await Promise.all([answer("FM-2026-0009", "GIVEN"), answer("FM-2026-0009", "REFUSED")]);
    expect(outcomes.map(({ code }) => code).sort()).toEqual(["CONFLICT", null].sort());
    const { consents, events } = await storedCase(world, "FM-2026-0009");
    expect(consents).toMatchObject([{ state: outcomes[0]?.code === null ? "GIVEN" : "REFUSED", version: 2 }]);
    expect(events.filter(({ kind }) => kind === "CONSENT_ANSWERED")).toHaveLength(1);
  });

  test("not in a case that was closed meanwhile", async () => {
    const before = await storedCase(world, "FM-2026-0006");
    expect(await answer("FM-2026-0006", "GIVEN")).toMatchObject({ code: "CONFLICT" });
    expect(await storedCase(world, "FM-2026-0006")).toEqual(before);
  });
});

describe("The prosecutor's office of Dortmund, which was not asked", () => {
  test("reads that there is no such case, also where it conducts proceedings against the person", async () => {
    await world.relate("STA_R2400S", "P-CLOSED", "OWN_INVESTIGATION", "FM-2026-0006");
    const before = await storedCase(world, "FM-2026-0006");
    expect(await answer("FM-2026-0006", "GIVEN", "staDortmund")).toMatchObject({ code: "NOT_FOUND" });
    expect(await storedCase(world, "FM-2026-0006")).toEqual(before);
  });
});

describe("What rests on a consent learns that it has ended, from the directory", () => {
  const version1 = { office: "STA_R2700S", version: "1", ends_on: today };

  test("an answer ends the request, on the day of the answer", async () => {
    await world.populate(aPerson("P-ENDS-1", anAdmittedCase("FM-2026-0021", { consent: "REQUESTED" })));
    expect(await ends("FM-2026-0021")).toEqual([]);
    expect(await answer("FM-2026-0021", "GIVEN")).toMatchObject({ code: null });
    expect(await ends("FM-2026-0021")).toMatchObject([version1]);
  });

  test("a second answer, which is refused, ends nothing", async () => {
    expect(await answer("FM-2026-0021", "REFUSED")).toMatchObject({ code: "CONFLICT" });
    expect(await ends("FM-2026-0021")).toHaveLength(1);
  });

  test("a new request to the same office takes the place of its earlier word; one to another office does not", async () => {
    await world.populate(aPerson("P-ENDS-2", anAdmittedCase("FM-2026-0022", { consent: "REFUSED" })));
    expect(await request("FM-2026-0022", "STA_R2400S")).toMatchObject({ code: null });
    expect(await ends("FM-2026-0022")).toEqual([]);
    expect(await request("FM-2026-0022")).toMatchObject({ code: null });
    expect(await ends("FM-2026-0022")).toMatchObject([{ ...version1, version: "2" }]);
  });
});
