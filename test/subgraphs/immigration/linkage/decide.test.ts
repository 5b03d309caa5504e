import { describe, expect, test } from "vitest";
import { blockingKeys } from "../../../../subgraphs/immigration/linkage/blockingKeys.ts";
import { compareDates } from "../../../../subgraphs/immigration/linkage/compare/compareDates.ts";
import { comparePersons } from "../../../../subgraphs/immigration/linkage/compare/comparePersons.ts";
import { type Described, preparePerson } from "../../../../subgraphs/immigration/linkage/compare/preparePerson.ts";
import { decideBand } from "../../../../subgraphs/immigration/linkage/model/decideBand.ts";
import { scorePair } from "../../../../subgraphs/immigration/linkage/model/scorePair.ts";
import type { Term } from "../../../../subgraphs/immigration/linkage/model/TermShares.ts";
import { weightsInUse } from "../../../../subgraphs/immigration/linkage/model/Weights.ts";

const weights = weightsInUse();

function person(familyName: string, givenNames: string, dateOfBirth: string | null, more: Partial<Described> = {}) {
  const rest = { birthName: null, formerNames: [], placeOfBirth: "Homs" };
  return preparePerson({ familyName, givenNames, dateOfBirth, ...rest, ...more });
}

type Person = ReturnType<typeof person>;
const zaidan = person("Zaidan", "Ruqayya", "1994-05-12");

/** What a machine does with a description, where these are on file among 100,000, and every name and date is as rare as `count` of them. */
function bandOf(described: Person, onFile: readonly Person[], count = 5): string {
  const shares = { persons: 100_000, count: (_: Term) => count };
  const candidates = onFile.map((other, at) => {
    const comparison = comparePersons(described, other);
    return { personRef: `P-${at}`, comparison, bits: scorePair(comparison, described, other, shares, weights).bits };
  });
  return decideBand(candidates, weights, described.dateOfBirth).band;
}

describe("Dates of birth", () => {
  test.each([
    ["1990-05-12", "1990-05-12", "EXACT"],
    ["1990-05-12", "1990-05", "PARTIAL"],
    ["1990-05", "1990-05", "PARTIAL"],
    ["1990-05-12", "1990", "YEAR_KNOWN"],
    ["1990-01-01", "1990", "YEAR_KNOWN"],
    ["1990-05-12", "1990-12-05", "SWAPPED"],
    ["1990-05-12", "1990-01-01", "DEFAULTED"],
    ["1990-05", "1990-01-01", "DEFAULTED"],
    ["1990-05-12", "1990-05-13", "SLIP"],
    ["1990-05-12", "1990-05-21", "SLIP"],
    ["1990-05-12", "1909-05-12", "SLIP"],
    ["1990-05-12", "1980-05-12", "SLIP"],
    ["1990-05-12", "1990-11-30", "SAME_YEAR"],
    ["1990-05", "1990-06", "SAME_YEAR"],
    ["1990-05-12", "1972-11-30", "DIFFERENT"],
    ["1990", "1991", "DIFFERENT"],
    ["1990-05-12", null, "MISSING"],
  ] as const)("%s and %s: %s, both ways", (one, other, level) => {
    expect(compareDates(one, other)).toBe(level);
    expect(compareDates(other, one)).toBe(level);
  });
});

describe("A machine links", () => {
  test.each<readonly [what: string, described: Person, onFile: Person | null]>([
    ["who agrees throughout", zaidan, null],
    ["who is written in another system of transliteration", person("Zeidan", "Rukaya", "1994-05-12"), null],
    [
      "whose writing differs in a vowel of a short name",
      person("Zaidan", "Rokaya Emad", "1994-05-12"),
      person("Zaidan", "Ruqayya Imad", "1994-05-12"),
    ],
    [
      "who has married, where the name at birth is given",
      person("Saleh", "Ruqayya", "1994-05-12", { birthName: "Zaidan" }),
      null,
    ],
    ["whose day is not known, where month and year agree", person("Zaidan", "Ruqayya", "1994-05"), null],
  ])("%s", (_what, described, onFile) => {
    expect(bandOf(described, [onFile ?? zaidan])).toBe("LINK");
  });
});

describe("A person is asked about", () => {
  test.each<readonly [what: string, described: Person, onFile: readonly Person[]]>([
    ["twins, one of whom is on file", person("Zaidan", "Amina", "1994-05-12"), [zaidan]],
    [
      "twins whose names sound alike",
      person("Zaidan", "Amira", "1994-05-12"),
      [person("Zaidan", "Amina", "1994-05-12")],
    ],
    [
      "brother and sister born on one day",
      person("Aziz", "Karima", "1994-05-12"),
      [person("Aziz", "Karim", "1994-05-12")],
    ],
    [
      "who gives one name of two",
      person("Aziz", "Mohammed", "1994-05-12"),
      [person("Aziz", "Mohammed Reza", "1994-05-12")],
    ],
    ["who is on file twice", zaidan, [zaidan, zaidan]],
    ["whose names stand in each other's field", person("Ruqayya", "Zaidan", "1994-05-12"), [zaidan]],
    ["whose day and month are swapped", person("Zaidan", "Ruqayya", "1994-12-05"), [zaidan]],
    ["who has 1 January", person("Zaidan", "Ruqayya", "1994-01-01"), [zaidan]],
    ["whose date of birth is not known", person("Zaidan", "Ruqayya", null), [zaidan]],
  ])("%s", (_what, described, onFile) => {
    expect(bandOf(described, onFile)).toBe("ASK");
  });

  test("who bears the commonest names and was born on 1 January, though all agrees", () => {
    const common = person("Nguyễn", "Văn", "1990-01-01");
    expect(bandOf(common, [common], 5)).toBe("LINK");
    expect(bandOf(common, [common], 1500)).toBe("ASK");
  });
});

describe("Between the odds for a known day of birth and those for an unknown one", () => {
  const comparison = { family: "EXACT", given: "VARIANT", birth: "EXACT", place: "EXACT", order: "STRAIGHT" } as const;
  const { linkBitsMin, linkUnknownDayBitsMin } = weights.bands;
  const between = [{ personRef: "P-1", comparison, bits: (linkBitsMin + linkUnknownDayBitsMin) / 2 }];

  test.each([
    ["1994-05-12", "EXACT", "LINK"],
    ["1994-01-01", "EXACT", "ASK"],
    ["1994-05", "PARTIAL", "ASK"],
  ] as const)("a description with %s, %s, comes to %s", (dateOfBirth, birth, band) => {
    const candidates = between.map((each) => ({ ...each, comparison: { ...comparison, birth } }));
    expect(decideBand(candidates, weights, dateOfBirth).band).toBe(band);
  });
});

describe("Somebody is new", () => {
  test.each<readonly [what: string, described: Person]>([
    ["of the same family", person("Zaidan", "Karim", "1989-02-03")],
    ["with the same given name and another birth", person("Haddad", "Ruqayya", "1971-08-30")],
  ])("%s", (_what, described) => {
    expect(bandOf(described, [zaidan])).toBe("NEW");
  });

  test("where nobody is on file", () => {
    expect(bandOf(zaidan, [])).toBe("NEW");
  });
});

describe("Blocking keys lead to a person", () => {
  test.each<readonly [though: string, described: Person]>([
    ["whose day and month are swapped, and whose family name is another", person("Haddad", "Ruqayya", "1994-12-05")],
    ["with 1 January and another given name", person("Zaidan", "Amina", "1994-01-01")],
    ["with the year alone", person("Zaidan", "Amina", "1994")],
    ["without a date of birth", person("Zeidan", "Rouqaya", null)],
    ["whose names stand in each other's field", person("Ruqayya", "Zaidan", null)],
    ["by a former name", person("Saleh", "Amina", "1994", { formerNames: ["Saidan"] })],
  ])("%s", (_though, described) => {
    const keys = new Set(blockingKeys(zaidan));
    expect(blockingKeys(described).some((key) => keys.has(key))).toBe(true);
  });

  test("and not to everybody else", () => {
    const keys = new Set(blockingKeys(zaidan));
    expect(blockingKeys(person("Meyer", "Uwe", "1994-05-12")).filter((key) => keys.has(key))).toEqual([]);
  });
});
