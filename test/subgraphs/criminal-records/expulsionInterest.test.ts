import { describe, expect, test } from "vitest";
import { expulsionInterest } from "../../../subgraphs/criminal-records/conduct/expulsionInterest.ts";
import { refersToRemovalBar } from "../../../subgraphs/criminal-records/conduct/refersToRemovalBar.ts";
import { type ConvictionParticulars, convictionOf } from "./convictionOf.ts";

const prison = (sentenceMonths: number) => ({ penalty: "IMPRISONMENT", sentenceMonths }) as const;
const youth = (sentenceMonths: number) => ({ penalty: "YOUTH_SENTENCE", sentenceMonths }) as const;
const of = (provision: string, more = {}) => ({ offence: { provision, ...more } });
const armed = { weapon: true };
const careless = { intentional: false };

type Row = readonly [string, readonly ConvictionParticulars[], string, string | null];

const rows: readonly Row[] = [
  ["no conviction", [], "NONE", null],
  ["two years for theft", [prison(24)], "SECTION_54_1", "§ 54 (1) No. 1"],
  ["23 months for theft", [prison(23)], "SECTION_54_2", "§ 54 (2) No. 1"],
  ["youth sentence of two years", [youth(24)], "SECTION_54_1", "§ 54 (1) No. 1"],
  ["two years without intent", [{ ...prison(24), ...of("§ 222 StGB", careless) }], "NONE", null],
  ["life", [{ ...prison(0), lifeSentence: true, ...of("§ 211 StGB") }], "SECTION_54_1", "§ 54 (1) No. 1"],
  ["psychiatric hospital", [{ penalty: "NONE", measures: ["PSYCHIATRIC_HOSPITAL"] }], "SECTION_54_1", "§ 54 (1) No. 1"],
  ["one year for bodily harm", [{ ...prison(12), ...of("§ 223 StGB") }], "SECTION_54_1", "§ 54 (1) No. 1a"],
  ["eleven months for bodily harm", [{ ...prison(11), ...of("§ 223 StGB") }], "SECTION_54_2", "§ 54 (2) No. 1"],
  ["one year for burglary of a home", [{ ...prison(12), ...of("§ 244 StGB") }], "SECTION_54_1", "§ 54 (1) No. 1a"],
  ["one year for a single theft", [prison(12)], "SECTION_54_2", "§ 54 (2) No. 1"],
  [
    "one year for thefts in a series",
    [{ ...prison(12), ...of("§ 242 StGB", { serial: true }) }],
    "SECTION_54_1",
    "§ 54 (1) No. 1a",
  ],
  ["one year for assault of officers", [{ ...prison(12), ...of("§ 114 StGB") }], "SECTION_54_1", "§ 54 (1) No. 1a"],
  ["one year for narcotics", [{ ...prison(12), ...of("§ 29a BtMG") }], "SECTION_54_1", "§ 54 (1) No. 1b"],
  ["one year for smuggling of persons", [{ ...prison(12), ...of("§ 96 AufenthG") }], "SECTION_54_1", "§ 54 (1) No. 1c"],
  [
    "six months for bodily harm with a knife",
    [{ ...prison(6), ...of("§ 224 StGB", armed) }],
    "SECTION_54_1",
    "§ 54 (1) No. 1d",
  ],
  [
    "youth sentence of eight months for the same",
    [{ ...youth(8), ...of("§ 224 StGB", armed) }],
    "SECTION_54_2",
    "§ 54 (2) No. 2b",
  ],
  ["three months for the same", [{ ...prison(3), ...of("§ 224 StGB", armed) }], "SECTION_54_2", "§ 54 (2) No. 2b"],
  ["six months for theft", [prison(6)], "SECTION_54_2", "§ 54 (2) No. 1"],
  ["five months for theft", [prison(5)], "SECTION_54_2_MINOR", "§ 54 (2) No. 10"],
  ["youth sentence of one year", [youth(12)], "SECTION_54_2", "§ 54 (2) No. 2"],
  [
    "youth sentence of one year, suspended",
    [{ ...youth(12), suspended: true }],
    "SECTION_54_2_MINOR",
    "§ 54 (2) No. 10",
  ],
  [
    "two fines of 91 day fines for thefts within twelve months",
    [{ dayFines: 91 }, { factId: "CV-2", dayFines: 91, ...of("§ 242 StGB", { committedOn: "2021-11-30" }) }],
    "SECTION_54_2",
    "§ 54 (2) No. 2a",
  ],
  [
    "the same, twelve months apart",
    [{ dayFines: 91 }, { factId: "CV-2", dayFines: 91, ...of("§ 242 StGB", { committedOn: "2021-12-01" }) }],
    "SECTION_54_2_MINOR",
    "§ 54 (2) No. 10",
  ],
  [
    "the same within twelve months, but one fine of 90 day fines",
    [{ dayFines: 91 }, { factId: "CV-2", dayFines: 90, ...of("§ 242 StGB", { committedOn: "2021-11-30" }) }],
    "SECTION_54_2_MINOR",
    "§ 54 (2) No. 10",
  ],
  ["a fine for dealing in narcotics", [of("§ 29 Abs. 1 Satz 1 Nr. 1 BtMG")], "SECTION_54_2", "§ 54 (2) No. 3"],
  [
    "a fine for possession of narcotics",
    [of("§ 29 Abs. 1 Satz 1 Nr. 3 BtMG")],
    "SECTION_54_2_MINOR",
    "§ 54 (2) No. 10",
  ],
  [
    "91 day fines from an inhumane motive",
    [{ dayFines: 91, inhumaneMotiveFound: true }],
    "SECTION_54_2",
    "§ 54 (2) No. 9",
  ],
  [
    "90 day fines from an inhumane motive",
    [{ dayFines: 90, inhumaneMotiveFound: true }],
    "SECTION_54_2_MINOR",
    "§ 54 (2) No. 10",
  ],
  ["a single fine of 31 day fines", [{ dayFines: 31 }], "SECTION_54_2_MINOR", "§ 54 (2) No. 10"],
  ["a single fine of 30 day fines", [{ dayFines: 30 }], "NONE", null],
  [
    "two fines of 10 day fines",
    [{ dayFines: 10 }, { factId: "CV-2", dayFines: 10 }],
    "SECTION_54_2_MINOR",
    "§ 54 (2) No. 10",
  ],
];

describe("Which interest in expulsion do usable convictions establish (§ 54 AufenthG)?", () => {
  test.each(rows)("%s", (_, register, tier, number) => {
    expect(expulsionInterest(register.map(convictionOf))).toMatchObject({ tier, number });
  });

  test("The interest rests on the convictions that establish it, not on lesser ones beside them", () => {
    const grave = convictionOf({ factId: "CV-1", ...prison(30) });
    const light = convictionOf({ factId: "CV-2", dayFines: 20 });
    expect(expulsionInterest([light, grave]).convictions).toEqual([grave]);
  });
});

describe("To which convictions can § 60 (8) to (8b) AufenthG refer?", () => {
  test.each<[string, ConvictionParticulars, boolean]>([
    ["three years for fraud", { ...prison(36), ...of("§ 263 StGB") }, true],
    ["35 months for fraud", { ...prison(35), ...of("§ 263 StGB") }, false],
    ["one year for § 177 StGB", { ...prison(12), ...of("§ 177 StGB") }, true],
    ["eleven months for § 177 StGB", { ...prison(11), ...of("§ 177 StGB") }, false],
    ["youth sentence of one year with violence", { ...youth(12), ...of("§ 249 StGB", { violence: true }) }, true],
    ["one year for § 96 AufenthG", { ...prison(12), ...of("§ 96 AufenthG") }, true],
    ["a fine with violence", of("§ 223 StGB", { violence: true }), false],
  ])("%s: %s", (_, particulars, expected) => {
    expect(refersToRemovalBar(convictionOf(particulars))).toBe(expected);
  });
});
