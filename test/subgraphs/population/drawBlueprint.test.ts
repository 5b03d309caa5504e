import { hash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { offices } from "../../../schema/offices.ts";
import type { Blueprint } from "../../../subgraphs/population/Blueprint.ts";
import { blueprintAt } from "../../../subgraphs/population/blueprintAt.ts";
import { showcases } from "../../../subgraphs/population/showcases.ts";

const rooms = ["immigration", "criminal-records", "scoring", "casework"];

function population(seed: number, persons: number): readonly Blueprint[] {
  return Array.from({ length: persons }, (_, index) => blueprintAt(seed, index));
}

function digest(blueprints: readonly Blueprint[]): string {
  const drawn = blueprints.map((each) => ({ ...each, rooms: rooms.map((room) => each.random(room).number.float()) }));
  return hash("sha256", JSON.stringify(drawn));
}

const drawn = population(1, 2000).slice(showcases.length);

/** The cases that a filter is most easily wrong about, made on purpose. */
const hardCases: Readonly<Record<string, (person: Blueprint) => boolean>> = {
  "erasable convictions only": ({ conduct }) => conduct === "ERASABLE",
  "suspected and never convicted": ({ conduct }) => conduct === "SUSPECTED",
  "no record at all": ({ conduct }) => conduct === "NONE",
  "large transfer block": ({ transferBlock }) => transferBlock === "LARGE",
  "small transfer block": ({ transferBlock }) => transferBlock === "SMALL",
  "minor on 15 June 2026": ({ dateOfBirth }) => dateOfBirth > "2008-06-15",
  "citizen of the Union": ({ legalRegime }) => legalRegime === "UNION_CITIZEN",
  "citizen of the Union after loss of free movement": ({ legalRegime }) => legalRegime === "UNION_CITIZEN_LOSS",
  German: ({ legalRegime }) => legalRegime === "GERMAN",
  "first asylum application pending": ({ asylum }) => asylum === "FIRST_PENDING",
  "further asylum application pending": ({ asylum }) => asylum === "SUBSEQUENT_PENDING",
  "recognised protection": ({ asylum }) => asylum === "RECOGNISED",
  "consent requested": ({ cases }) => cases.some(({ consent }) => consent === "REQUESTED"),
  "consent given": ({ cases }) => cases.some(({ consent }) => consent === "GIVEN"),
  "consent refused": ({ cases }) => cases.some(({ consent }) => consent === "REFUSED"),
  "consent not required": ({ cases }) => cases.some(({ consent }) => consent === "NOT_REQUIRED"),
  "consent never asked for in an admitted case": ({ cases }) =>
    cases.some(({ state, consent }) => state === "ADMITTED" && consent === "NONE"),
  "two cases": ({ cases }) => cases.length === 2,
  "three cases": ({ cases }) => cases.length === 3,
  "cases at two coordination offices": ({ cases }) => new Set(cases.map(({ rrk }) => rrk)).size === 2,
  "no case": ({ cases }) => cases.length === 0,
  "proposed for social conduct": ({ cases }) => cases.some(({ ground }) => ground === "SOCIAL_CONDUCT"),
  "in custody with an expected end": ({ custodyUntil }) => custodyUntil !== null,
  "in remand": ({ conduct, custodyFrom }) => conduct === "SUSPECTED" && custodyFrom !== null,
  "admitted case in the region Münster": ({ cases, region }) =>
    region === "Münster" && cases.some(({ state }) => state === "ADMITTED"),
  "suspended case": ({ cases }) => cases.some(({ state }) => state === "SUSPENDED"),
  "closed case": ({ cases }) => cases.some(({ state }) => state === "CLOSED"),
};

describe("a synthetic population", () => {
  it("of the same seed is the same to the byte, and of another seed another", () => {
    expect(digest(population(7, 300))).toBe(digest(population(7, 300)));
    expect(digest(population(8, 300))).not.toBe(digest(population(7, 300)));
  });

  it("of 1,000 persons begins with the very persons of a population of 300", () => {
    expect(digest(population(7, 1000).slice(0, 300))).toBe(digest(population(7, 300)));
  });

  it.each(Object.keys(hardCases))("of 2,000 persons holds the hard case: %s", (name) => {
    const count = drawn.filter((person) => hardCases[name]?.(person)).length;
    expect(count).toBeGreaterThan(0);
  });

  it("gives no two persons, files or cases the same reference, also past the 33,000th person", () => {
    const late = Array.from({ length: 200 }, (_, offset) => blueprintAt(1, 32_900 + offset));
    const people = [...population(1, 3000), ...late];
    const cases = people.flatMap((person) => person.cases.map(({ caseRef }) => caseRef));
    const references = people.flatMap((person) => [person.personRef, person.fileRef, person.prisonFileRef]);
    const given = references.filter((reference) => reference !== null);
    expect(new Set(given).size).toBe(given.length);
    expect(new Set(cases).size).toBe(cases.length);
    for (const person of people.slice(showcases.length)) expect(person.personRef).toMatch(/^P-[0-9A-HJKMNP-TV-Z]{12}$/);
    const numbers = cases.map((caseRef) => Number(/^FM-20\d\d-(\d+)$/.exec(caseRef)?.[1]));
    expect(numbers.filter((number) => number >= 100_000 && number < 1_000_000)).toEqual([]);
  });

  it("names offices that exist, each of the kind it stands for", () => {
    for (const person of drawn) {
      expect(offices.get(person.competentAuthority)?.kind).toBe("ABH");
      expect(offices.get(person.prosecution)?.kind).toBe("PROSECUTION");
      expect(offices.get(person.police)?.kind).toBe("POLICE");
      expect(offices.get(person.prison ?? "JVA_R6636")?.kind).toBe("PRISON");
      for (const each of person.cases) {
        expect(offices.get(each.rrk)?.kind).toBe("RRK");
        expect(offices.get(each.zab)?.kind).toBe("ZAB");
        expect(offices.has(each.proposedBy)).toBe(true);
      }
    }
  });

  it("has no date after 15 June 2026 but the expected ends of custody, and no end before its beginning", () => {
    for (const person of drawn) {
      expect(person.date).toBe("2026-06-15");
      expect((person.custodyFrom ?? "2026-06-15") <= person.date).toBe(true);
      expect((person.custodyUntil ?? "2026-06-16") > person.date).toBe(true);
      for (const each of person.cases) {
        const dates = [each.openedOn, each.admittedOn, each.closedOn, person.date].filter((date) => date !== null);
        expect(dates).toEqual(dates.toSorted());
      }
    }
  });

  it("gives a person at most one case that has not ended", () => {
    for (const { cases } of drawn) expect(cases.slice(0, -1).every(({ closedOn }) => closedOn !== null)).toBe(true);
  });
});

describe("conduct", () => {
  it("is drawn independently of the legal regime: chi-square over 5,000 persons stays under the 0.1 % limit", () => {
    const people = population(3, 5_000).slice(showcases.length);
    const observed = Map.groupBy(people, ({ conduct, legalRegime }) => `${conduct} ${legalRegime}`);
    const conducts = Map.groupBy(people, ({ conduct }) => conduct);
    const regimes = Map.groupBy(people, ({ legalRegime }) => legalRegime);
    let chiSquare = 0;
    for (const [conduct, ofConduct] of conducts) {
      for (const [regime, ofRegime] of regimes) {
        const expected = (ofConduct.length * ofRegime.length) / people.length;
        chiSquare += ((observed.get(`${conduct} ${regime}`)?.length ?? 0) - expected) ** 2 / expected;
      }
    }
    // 0.999 quantile of the chi-square distribution with (5 - 1) × (4 - 1) = 12 degrees of freedom.
    expect(chiSquare).toBeLessThan(32.91);
  });

  it("leaves what another room draws as it is: a room's generator knows the seed and the person alone", () => {
    const person = blueprintAt(3, 40);
    const names = Array.from({ length: 3 }, () => person.random("immigration").person.fullName());
    expect(new Set(names).size).toBe(1);
    expect(person.random("criminal-records").person.fullName()).not.toBe(names[0]);
    expect(blueprintAt(3, 41).random("immigration").person.fullName()).not.toBe(names[0]);
  });
});
