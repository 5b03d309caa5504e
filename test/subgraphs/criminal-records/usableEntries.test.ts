import { describe, expect, test } from "vitest";
import { erasableDates } from "../../../subgraphs/criminal-records/erasure/erasableDates.ts";
import type { RegisterEntry } from "../../../subgraphs/criminal-records/erasure/RegisterEntry.ts";
import { usableEntries } from "../../../subgraphs/criminal-records/erasure/usableEntries.ts";
import { entryOf } from "./entryOf.ts";

const smallFineOf2019 = entryOf({ firstJudgmentOn: "2019-05-06" });
const prison = { penalty: "IMPRISONMENT", sentenceMonths: 24 } as const;
const youth = { penalty: "YOUTH_SENTENCE", sentenceMonths: 10 } as const;

/** First judgment → first day without use, as the register stands on a date. */
function days(register: readonly RegisterEntry[], date: string): Record<string, string | null> {
  return Object.fromEntries([...erasableDates(register, date)].map(([entry, day]) => [entry.firstJudgmentOn, day]));
}

const cases: readonly [string, readonly RegisterEntry[], string, Record<string, string | null>][] = [
  [
    "A fine of 2019 whose five years would have run is held, and lengthened, by two years' imprisonment of 2023",
    [smallFineOf2019, entryOf({ firstJudgmentOn: "2023-02-01", ...prison })],
    "2026-06-15",
    { "2019-05-06": "2040-02-01", "2023-02-01": "2040-02-01" },
  ],
  [
    "The same imprisonment judged on the day the fine is ripe, 6 May 2024, does not hold it",
    [smallFineOf2019, entryOf({ firstJudgmentOn: "2024-05-06", ...prison })],
    "2026-06-15",
    { "2019-05-06": "2024-05-06", "2024-05-06": "2041-05-06" },
  ],
  [
    "Judged the day before, it does",
    [smallFineOf2019, entryOf({ firstJudgmentOn: "2024-05-05", ...prison })],
    "2026-06-15",
    { "2019-05-06": "2041-05-05", "2024-05-05": "2041-05-05" },
  ],
  [
    "Judged before but final only after the fine was removed in May 2025, it does not bring the fine back",
    [smallFineOf2019, entryOf({ firstJudgmentOn: "2024-05-05", finalOn: "2025-05-06", ...prison })],
    "2026-06-15",
    { "2019-05-06": "2024-05-06", "2024-05-05": "2041-05-05" },
  ],
  [
    "A judgment that is not final on the date is not in the register and holds nothing",
    [smallFineOf2019, entryOf({ firstJudgmentOn: "2023-02-01", finalOn: null, ...prison })],
    "2026-06-15",
    { "2019-05-06": "2024-05-06" },
  ],
  [
    "A life sentence is never erased and holds every other entry",
    [smallFineOf2019, entryOf({ firstJudgmentOn: "2020-01-01", ...prison, lifeSentence: true })],
    "2099-01-01",
    { "2019-05-06": null, "2020-01-01": null },
  ],
  [
    "Preventive detention is never erased",
    [entryOf({ firstJudgmentOn: "2015-01-01", ...prison, measures: ["PREVENTIVE_DETENTION"] })],
    "2099-01-01",
    { "2015-01-01": null },
  ],
  [
    "An unpaid fine is not to be erased when its term is over, and the day is not known yet",
    [entryOf({ firstJudgmentOn: "2019-05-06", enforcementSettledOn: null })],
    "2026-06-15",
    { "2019-05-06": null },
  ],
  [
    "A licence ban for ever holds a fine only as long as the penalty beside it",
    [
      smallFineOf2019,
      entryOf({ firstJudgmentOn: "2020-01-01", measures: ["LICENCE_BAN_FOR_EVER"], enforcementSettledOn: null }),
    ],
    "2026-06-15",
    { "2019-05-06": "2025-01-01", "2020-01-01": null },
  ],
  [
    "A licence ban for ever without a penalty holds nothing; its own fifteen years are not over yet",
    [
      smallFineOf2019,
      entryOf({
        firstJudgmentOn: "2020-01-01",
        penalty: "NONE",
        measures: ["LICENCE_BAN_FOR_EVER"],
        enforcementSettledOn: null,
      }),
    ],
    "2026-06-15",
    { "2019-05-06": "2024-05-06", "2020-01-01": "2035-01-01" },
  ],
  [
    "Imprisonment of three years for § 176c StGB is erased once alone, never with a second one",
    [entryOf({ firstJudgmentOn: "2010-01-01", ...prison, sentenceMonths: 36, provisions: ["§ 176c StGB"] })],
    "2026-06-15",
    { "2010-01-01": "2033-01-01" },
  ],
  [
    "Imprisonment of three months alone is erased after five years",
    [entryOf({ firstJudgmentOn: "2015-01-01", ...prison, sentenceMonths: 3 })],
    "2026-06-15",
    { "2015-01-01": "2020-01-01" },
  ],
  [
    "Of three months and two weeks after fifteen years, with the three months and two weeks added, for it is longer than three months",
    [entryOf({ firstJudgmentOn: "2010-01-01", ...prison, sentenceMonths: 3, sentenceDays: 14 })],
    "2026-06-15",
    { "2010-01-01": "2025-04-15" },
  ],
  [
    "A youth sentence of twelve months is erased after five years",
    [entryOf({ firstJudgmentOn: "2012-01-01", ...youth, sentenceMonths: 12, enforcementSettledOn: "2013-01-01" })],
    "2026-06-15",
    { "2012-01-01": "2017-01-01" },
  ],
  [
    "One that is a day longer, after ten years and its length",
    [
      entryOf({
        firstJudgmentOn: "2012-01-01",
        ...youth,
        sentenceMonths: 12,
        sentenceDays: 1,
        enforcementSettledOn: "2013-01-01",
      }),
    ],
    "2026-06-15",
    { "2012-01-01": "2023-01-02" },
  ],
  [
    "Two of them are never erased",
    [
      entryOf({ firstJudgmentOn: "2010-01-01", ...prison, sentenceMonths: 36, provisions: ["§ 176c StGB"] }),
      entryOf({ firstJudgmentOn: "2012-01-01", ...prison, sentenceMonths: 36, provisions: ["§ 176d Abs. 1 StGB"] }),
    ],
    "2026-06-15",
    { "2010-01-01": null, "2012-01-01": null },
  ],
];

describe("When is an entry to be erased (§§ 45 to 47 BZRG)?", () => {
  test.each(cases)("%s", (_, register, date, expected) => {
    expect(days(register, date)).toEqual(expected);
  });

  test("The order in which entries are handed over changes nothing", () => {
    for (const [, register, date, expected] of cases) expect(days(register.toReversed(), date)).toEqual(expected);
  });
});

describe("What may be told (§§ 41 (2), 51 BZRG)?", () => {
  const told = (entry: RegisterEntry, date: string) => usableEntries([entry], date).length === 1;

  test.each([
    ["A judgment of 3 June 2026, final on 15 June, not on 14 June", "2026-06-14", false],
    ["A judgment of 3 June 2026, final on 15 June, on 15 June", "2026-06-15", true],
  ])("%s", (_, date, expected) => {
    expect(told(entryOf({ firstJudgmentOn: "2026-06-03", finalOn: "2026-06-15" }), date)).toBe(expected);
  });

  test.each([
    ["the day before the judge removed the stigma", "§ 242 StGB", "2025-12-31", true],
    ["from the day the judge removed it", "§ 242 StGB", "2026-01-01", false],
    ["from that day, for an offence that § 41 (2) sentence 3 takes out", "§ 177 StGB", "2026-01-01", true],
  ])("A youth sentence of 2023, %s", (_, provision, date, expected) => {
    const entry = { firstJudgmentOn: "2023-03-01", ...youth, stigmaRemovedOn: "2026-01-01", provisions: [provision] };
    expect(told(entryOf(entry), date)).toBe(expected);
  });

  // § 41 (2) sentence 3 BZRG, provision by provision, each list with its neighbours outside.
  test.each([
    ["170", false],
    ["171", true],
    ["172", false],
    ["173", false],
    ["174", true],
    ["176c", true],
    ["180a", true],
    ["181", false],
    ["181a", true],
    ["181b", false],
    ["182", true],
    ["184g", true],
    ["184h", false],
    ["184i", true],
    ["184l", true],
    ["185", false],
    ["201a Abs. 3", true],
    ["201a Abs. 1", false],
    ["201a", false],
    ["224", false],
    ["225", true],
    ["226", false],
    ["231", false],
    ["232", true],
    ["233a", true],
    ["233b", false],
    ["234", true],
    ["235", true],
    ["236", true],
    ["237", false],
  ])("Without its stigma, a youth sentence for § %s StGB is told: %s", (section, expected) => {
    const entry = { firstJudgmentOn: "2023-03-01", ...youth, stigmaRemovedOn: "2026-01-01" };
    expect(told(entryOf({ ...entry, provisions: [`§ ${section} StGB`] }), "2026-06-15")).toBe(expected);
    expect(told(entryOf({ ...entry, provisions: ["§ 242 StGB", `§ ${section} StGB`] }), "2026-06-15")).toBe(expected);
  });

  test("A youth sentence without stigma is not told, but still holds the fine beside it", () => {
    const withoutStigma = entryOf({ firstJudgmentOn: "2023-03-01", ...youth, stigmaRemovedOn: "2026-01-01" });
    const usable = usableEntries([smallFineOf2019, withoutStigma], "2026-06-15");
    expect(usable).toEqual([{ entry: smallFineOf2019, erasableFrom: "2029-05-06" }]);
  });
});
