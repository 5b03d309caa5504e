import { describe, expect, test } from "vitest";
import { expulsionInterest } from "../../../subgraphs/criminal-records/conduct/expulsionInterest.ts";
import { usableEntries } from "../../../subgraphs/criminal-records/erasure/usableEntries.ts";
import { drawRecords } from "../../../subgraphs/criminal-records/population/drawRecords.ts";
import { relationRows } from "../../../subgraphs/criminal-records/population/relationRows.ts";
import type { Blueprint } from "../../../subgraphs/population/Blueprint.ts";
import { blueprintAt } from "../../../subgraphs/population/blueprintAt.ts";
import { convictionOf } from "./convictionOf.ts";

const seed = 7;
const blueprints = Array.from({ length: 1500 }, (_, index) => blueprintAt(seed, index));
const drawn = blueprints.map((blueprint) => ({ blueprint, records: drawRecords(blueprint) }));

/** Convictions of a drawn person that may be used on the day the population is made for. */
function usable({ blueprint, records }: (typeof drawn)[number]) {
  const register = records.convictions.map(({ penalty, factId, ...row }) => {
    const offence = records.offences.find(({ convictionId }) => convictionId === factId);
    return convictionOf({
      factId,
      penalty,
      firstJudgmentOn: row.firstJudgmentOn,
      decidedOn: row.decidedOn,
      finalOn: row.finalOn ?? null,
      dayFines: row.dayFines ?? null,
      sentenceMonths: (row.years ?? 0) * 12 + (row.months ?? 0),
      sentenceDays: (row.weeks ?? 0) * 7 + (row.days ?? 0),
      suspended: row.suspended ?? false,
      stigmaRemovedOn: row.stigmaRemovedOn ?? null,
      enforcementSettledOn: row.enforcementSettledOn ?? null,
      ...(offence === undefined ? {} : { offence }),
    });
  });
  return usableEntries(register, blueprint.date).map(({ entry }) => entry);
}

function withConduct(conduct: Blueprint["conduct"]) {
  return drawn.filter(({ blueprint }) => blueprint.conduct === conduct);
}

/** Younger persons may be too young for a judgment that is final. */
function isSixteen({ blueprint }: (typeof drawn)[number]): boolean {
  return blueprint.dateOfBirth <= "2010-06-15";
}

describe("Synthetic records", () => {
  test("The same seed and person give the same records", () => {
    expect(blueprints.map((blueprint) => drawRecords(blueprint))).toEqual(drawn.map(({ records }) => records));
  });

  test.each(["NONE", "SUSPECTED"] as const)("Conduct %s: no convictions", (conduct) => {
    const people = withConduct(conduct);
    expect(people.length).toBeGreaterThan(20);
    expect(people.filter(({ records }) => records.convictions.length > 0)).toEqual([]);
  });

  test("Conduct ERASABLE: convictions are stored, and none may be used", () => {
    const people = withConduct("ERASABLE");
    expect(people.length).toBeGreaterThan(20);
    for (const person of people) {
      expect(person.records.convictions.length).toBeGreaterThan(0);
      expect(usable(person)).toEqual([]);
    }
  });

  test("Conduct LIGHT from 16 years on: a usable conviction each", () => {
    for (const person of withConduct("LIGHT").filter(isSixteen)) expect(usable(person).length).toBeGreaterThan(0);
  });

  test("Conduct SERIOUS from 16 years on: an interest in expulsion of § 54 (1) or (2) No. 1 to 9 AufenthG each", () => {
    for (const person of withConduct("SERIOUS").filter(isSixteen))
      expect(expulsionInterest(usable(person)).tier).toMatch(/^SECTION_54_[12]$/);
  });

  test("The hard cases are among them", () => {
    const convictions = drawn.flatMap(({ records }) => records.convictions);
    const investigations = drawn.flatMap(({ records }) => records.investigations);
    expect({
      notFinal: convictions.some(({ finalOn }) => finalOn === null),
      withoutStigma: convictions.some(({ stigmaRemovedOn }) => typeof stigmaRemovedOn === "string"),
      heldFine: drawn.some(({ blueprint, records }) => {
        const first = records.convictions.at(0);
        return blueprint.conduct === "SERIOUS" && first?.penalty === "FINE" && first.firstJudgmentOn < "2021-06-15";
      }),
      acquitted: investigations.some(({ state }) => state === "ACQUITTED"),
      discontinued: investigations.some(({ state }) => state === "DISCONTINUED"),
      deferred: investigations.some(({ disclosureDeferred }) => disclosureDeferred === true),
      wanted: drawn.some(({ records }) => records.wantedNotices.length > 0),
    }).toEqual({
      notFinal: true,
      withoutStigma: true,
      heldFine: true,
      acquitted: true,
      discontinued: true,
      deferred: true,
      wanted: true,
    });
  });

  test("Nobody is convicted of an offence committed before the age of 14 or during the custody that lasts", () => {
    for (const { blueprint, records } of drawn) {
      const fourteenth = `${Number(blueprint.dateOfBirth.slice(0, 4)) + 14}${blueprint.dateOfBirth.slice(4)}`;
      const until = blueprint.custodyFrom ?? blueprint.date;
      for (const { committedOn } of records.offences) {
        expect(committedOn >= fourteenth).toBe(true);
        expect(committedOn < until).toBe(true);
      }
    }
  });

  test("The file references of the blueprint are the case references under which police, prosecution and prison know the person", () => {
    for (const { blueprint, records } of drawn) {
      const known = relationRows(records).map(({ office, kind, caseRef }) => `${office} ${kind} ${caseRef}`);
      const wanted = [
        [blueprint.police, "OWN_FINDING", blueprint.policeFileRef],
        ["LKA_NRW", "OWN_FINDING", blueprint.lkaFileRef],
        [blueprint.prosecution, "OWN_INVESTIGATION", blueprint.prosecutionFileRef],
        [blueprint.prison, "OWN_CUSTODY", blueprint.prisonFileRef],
      ].filter(([, , reference]) => reference !== null);
      expect(known).toEqual(expect.arrayContaining(wanted.map((each) => each.join(" "))));
      expect(new Set(known).size).toBe(known.length);
    }
  });
});

describe("The showcase person P-SHOWCASE0001", () => {
  const admitted = drawn.find(({ blueprint }) => blueprint.personRef === "P-SHOWCASE0001");

  test("has two open investigations, the second of which must not be disclosed yet", () => {
    const open = admitted?.records.investigations.filter(({ state }) => state === "OPEN" || state === "CHARGED");
    expect(
      open?.map(({ sourceFileRef, disclosureDeferred }) => [sourceFileRef === "100 Js 1/26", disclosureDeferred]),
    ).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  test("serves a sentence, is listed, and has findings of Police Münster and the LKA", () => {
    expect(admitted?.records.custodies).toMatchObject([{ custodyKind: "03", sourceFileRef: "GB-2025-0001" }]);
    expect(admitted?.records.listings).toHaveLength(1);
    const offices = new Set(admitted?.records.findings.map(({ sourceOffice }) => sourceOffice));
    expect([...offices].toSorted()).toEqual(["LKA_NRW", "POLICE_MUENSTER"]);
  });
});
