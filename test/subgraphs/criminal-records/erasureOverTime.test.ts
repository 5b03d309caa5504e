import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { giveConviction, giveRelation } from "./givenRecord.ts";
import { grantFor, openRecordsWorld, type RecordsWorld } from "./recordsWorld.ts";

const rrk = "RRK_MUENSTER";
const categories = ["CONVICTION", "CONVICTION_ERASURE", "CONVICTION_SECTION_60_8", "CONDUCT_FACTS"];

let world: RecordsWorld;

beforeAll(async () => {
  world = await openRecordsWorld();
  const { owner } = world.store;
  for (const person of ["P-FINE", "P-YOUTH", "P-HELD", "P-STIGMA", "P-APPEAL"])
    await giveRelation(owner, rrk, "OWN_CASE", person);
  await giveConviction(owner, "P-FINE", "2021-06-20");
  const robbery = { provision: "§ 249 StGB", designation: "Raub", violence: true, weapon: true };
  const youthSentence = { penalty: "YOUTH_SENTENCE", years: 1, months: 0, suspended: true } as const;
  await giveConviction(owner, "P-YOUTH", "2021-06-20", youthSentence, robbery);
  await giveConviction(owner, "P-HELD", "2020-01-10");
  await giveConviction(owner, "P-HELD", "2024-02-01", { dayFines: 50 });
  await giveConviction(owner, "P-STIGMA", "2024-02-01", { ...youthSentence, stigmaRemovedOn: "2026-06-20" });
  await giveConviction(owner, "P-APPEAL", "2026-05-20", { finalOn: "2026-06-20", enforcementSettledOn: null });
}, 60_000);

afterAll(() => world.close());

/** What RRK Münster reads on a date: convictions by judgment, convictions of § 60 (8), reduced facts that say anything. */
async function read(personRef: string, date: string) {
  const grant = grantFor(rrk, "OWN_CASE", categories, { date });
  const { persons, codes } = await world.tell(
    grant,
    "convictions { decidedOn erasableFrom } removalBarConvictions { id } conductFacts { key value references }",
    personRef,
  );
  expect(codes).toEqual([]);
  const [{ convictions, removalBarConvictions, conductFacts }] = persons;
  const facts = conductFacts.filter(({ value }: { value: string }) => !["NONE", "NO", "0"].includes(value));
  return {
    convictions: convictions.map(({ decidedOn }: { decidedOn: string }) => decidedOn),
    erasable: convictions.map(({ erasableFrom }: { erasableFrom: string | null }) => erasableFrom),
    removalBar: removalBarConvictions.length,
    facts: Object.fromEntries(facts.map(({ key, value }: { key: string; value: string }) => [key, value])),
    references: new Set(facts.flatMap(({ references }: { references: string[] }) => references)).size,
  };
}

const nothing = { convictions: [], erasable: [], removalBar: 0, facts: {}, references: 0 };

describe("The day before and the day on which a conviction may no longer be used", () => {
  test("On 19 June 2026 RRK Münster reads the fine of 20 June 2021, and it counts", async () => {
    expect(await read("P-FINE", "2026-06-19")).toEqual({
      convictions: ["2021-06-20"],
      erasable: ["2026-06-20"],
      removalBar: 0,
      facts: { EXPULSION_INTEREST: "SECTION_54_2_MINOR", LATEST_OFFENCE: "OLDER" },
      references: 1,
    });
  });

  test("On 20 June 2026 it is gone from convictions, counts and reduced facts", async () => {
    expect(await read("P-FINE", "2026-06-20")).toEqual(nothing);
  });

  test("On 19 June 2026 the youth sentence of one year for robbery counts everywhere", async () => {
    expect(await read("P-YOUTH", "2026-06-19")).toMatchObject({
      convictions: ["2021-06-20"],
      removalBar: 1,
      facts: { EXPULSION_INTEREST: "SECTION_54_1", VIOLENCE_OR_WEAPON: "YES", LATEST_OFFENCE: "OLDER" },
    });
  });

  test("On 20 June 2026 it is gone, from the convictions of § 60 (8) AufenthG too", async () => {
    expect(await read("P-YOUTH", "2026-06-20")).toEqual(nothing);
  });

  test("The fine of 2020 is held by that of 2024, and both end on 1 February 2029", async () => {
    const both = { convictions: ["2024-02-01", "2020-01-10"], erasable: ["2029-02-01", "2029-02-01"] };
    expect(await read("P-HELD", "2029-01-31")).toMatchObject({ ...both, facts: { FURTHER_CONVICTIONS: "1" } });
    expect(await read("P-HELD", "2029-02-01")).toEqual(nothing);
  });

  test("The youth sentence whose stigma is removed on 20 June 2026 is not told from that day on", async () => {
    expect(await read("P-STIGMA", "2026-06-19")).toMatchObject({ convictions: ["2024-02-01"] });
    expect(await read("P-STIGMA", "2026-06-20")).toEqual(nothing);
  });

  test("A judgment under appeal is not told; on the day it is final, it is", async () => {
    expect(await read("P-APPEAL", "2026-06-19")).toEqual(nothing);
    expect(await read("P-APPEAL", "2026-06-20")).toMatchObject({ convictions: ["2026-05-20"] });
  });
});
