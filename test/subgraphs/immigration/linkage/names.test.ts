import { describe, expect, test } from "vitest";
import { compareNames } from "../../../../subgraphs/immigration/linkage/compare/compareNames.ts";
import { cologneCode } from "../../../../subgraphs/immigration/linkage/names/cologneCode.ts";
import { foldName } from "../../../../subgraphs/immigration/linkage/names/foldName.ts";
import { isName } from "../../../../subgraphs/immigration/linkage/names/isName.ts";
import { jaroWinkler } from "../../../../subgraphs/immigration/linkage/names/jaroWinkler.ts";
import { prepareName } from "../../../../subgraphs/immigration/linkage/names/prepareName.ts";

describe("A name by DIN 91379, data type A", () => {
  test.each(["Müller-Lüdenscheidt", "Nguyễn Thị Ánh", "Ḵẖālid", "D’Angelo", "Åse", "Ç̆", "O'Brien"])(
    "%s is one",
    (name) => {
      expect(isName(name.normalize("NFC"))).toBe(true);
    },
  );

  test.each(["", "Иванов", "محمد", "Ali2", "Ali;", "Ali\u200b", "Ali\u0000"])("%j is none", (name) => {
    expect(isName(name)).toBe(false);
  });
});

describe("Kölner Phonetik", () => {
  // The examples of Postel's article as they are published in many places.
  test.each([
    ["Müller-Lüdenscheidt", "65752682"],
    ["Wikipedia", "3412"],
    ["Breschnew", "17863"],
    ["Meyer", "67"],
    ["Mayr", "67"],
    ["Philipp", "351"],
    ["Xaver", "4837"],
    ["Schmidt", "862"],
    ["Heinz Classen", "068586"],
  ])("%s is %s", (name, code) => {
    expect(cologneCode(foldName(name))).toBe(code);
  });
});

describe("Jaro-Winkler similarity", () => {
  // Table 1 of Winkler (1990).
  test.each([
    ["martha", "marhta", 0.961],
    ["dwayne", "duane", 0.84],
    ["dixon", "dicksonx", 0.813],
    ["abcvwxyz", "cabvwxyz", 0.958],
    ["", "ali", 0],
  ])("of %s and %s is %d, both ways", (one, other, similarity) => {
    expect(jaroWinkler(one, other)).toBeCloseTo(similarity, 3);
    expect(jaroWinkler(other, one)).toBeCloseTo(similarity, 3);
  });
});

describe("Two spellings of a name", () => {
  test.each([
    ["Müller", "Muller", "EXACT"],
    ["Müller", "Mueller", "VARIANT"],
    ["Şahin", "Schahin", "VARIANT"],
    ["Muhammad", "Mohamed", "VARIANT"],
    ["Khaled", "Chalid", "VARIANT"],
    ["Hussein", "Houssain", "VARIANT"],
    ["Emad", "Imad", "VARIANT"],
    ["Reza", "Riza", "VARIANT"],
    ["Dschamal", "Jamal", "VARIANT"],
    ["Abdul Rahman", "Abderrahman", "EXACT"],
    ["Abd al-Rahman", "Abdelrahman", "EXACT"],
    ["Al-Ahmad", "Ahmad", "EXACT"],
    ["Al-Ahmad", "Alahmad", "VARIANT"],
    ["Tschernyschow", "Chernyshov", "VARIANT"],
    ["Nguyễn", "Nguyen", "EXACT"],
    ["N'Diaye", "Ndiaye", "EXACT"],
    ["Ouédraogo", "Ouedraogo", "EXACT"],
    ["Anna Maria", "Anna", "PART"],
    ["Anna Maria", "Maria", "LATER_PART"],
    ["Anna Maria", "Maria Anna", "LATER_PART"],
    ["Schmidt", "Schmit", "CLOSE"],
    ["Meyer", "Mayer", "VARIANT"],
    ["Meier", "Mair", "VARIANT"],
    ["Hassan", "Hussein", "ALIKE"],
    ["Karim", "Karima", "CLOSE"],
    ["Kader", "Kadriye", "ALIKE"],
    ["Reza", "Ruza", "ALIKE"],
    ["Ante", "Antea", "CLOSE"],
    ["Jan", "Inja", "ALIKE"],
    ["Yılmaz", "Kaya", "DIFFERENT"],
  ])("%s and %s: %s, both ways", (one, other, level) => {
    expect(levelOf(one, other)).toBe(level);
    expect(levelOf(other, one)).toBe(level);
  });
});

function levelOf(one: string, other: string): string {
  const [mine, theirs] = [prepareName(one), prepareName(other)];
  return mine === null || theirs === null ? "DIFFERENT" : compareNames(mine, theirs);
}
