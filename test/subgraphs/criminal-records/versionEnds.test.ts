import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { conviction, investigation } from "../../../subgraphs/criminal-records/tables.ts";
import { factEnd } from "../../../subgraphs/shell/tables.ts";
import { giveConviction, giveInvestigation, giveRelation } from "./givenRecord.ts";
import { grantFor, openRecordsWorld, type RecordsWorld } from "./recordsWorld.ts";

let world: RecordsWorld;
beforeAll(async () => {
  world = await openRecordsWorld();
  for (const person of ["P-FINE", "P-HELD", "P-OPEN", "P-TWO"])
    await giveRelation(world.store.owner, "RRK_MUENSTER", "OWN_CASE", person);
});
afterAll(() => world.close());

/** Reads the reduced facts as for an assessment on a date. */
const assessed = (date: string, ...persons: readonly string[]) =>
  world.tell(
    grantFor("RRK_MUENSTER", "OWN_CASE", ["CONDUCT_FACTS"], { date }),
    "conductFacts { key value references }",
    ...persons,
  );
const endOf = async (reference: string) => {
  const [row] = await world.store.owner.select().from(factEnd).where(eq(factEnd.reference, reference));
  return row?.endsOn ?? null;
};

describe("The end of a conviction is on file before anything rests on it", () => {
  test("a fine of 20 June 2021, paid, ends on 20 June 2026", async () => {
    await giveConviction(world.store.owner, "P-FINE", "2021-06-20");
    expect(await endOf("CV-P-FINE-2021-06-20@1")).toBeNull();
    await assessed("2026-06-15", "P-FINE");
    expect(await endOf("CV-P-FINE-2021-06-20@1")).toBe("2026-06-20");
  });

  test("one that a later conviction holds ends with it (§ 47 (3) BZRG), whatever was known before", async () => {
    const { owner } = world.store;
    await giveConviction(owner, "P-HELD", "2021-06-20");
    await assessed("2026-06-15", "P-HELD");
    expect(await endOf("CV-P-HELD-2021-06-20@1")).toBe("2026-06-20");
    await giveConviction(owner, "P-HELD", "2024-02-01", { dayFines: 50 });
    await assessed("2026-06-15", "P-HELD");
    expect(await endOf("CV-P-HELD-2021-06-20@1")).toBe("2029-02-01");
    await giveConviction(owner, "P-HELD", "2025-02-01", {
      penalty: "IMPRISONMENT",
      lifeSentence: true,
      dayFines: null,
    });
    await assessed("2026-06-15", "P-HELD");
    expect(await endOf("CV-P-HELD-2021-06-20@1")).toBe("9999-12-31");
  });

  test("while enforcement is open no end is known; once it is settled the version ends, and the next has its day", async () => {
    const { owner } = world.store;
    await giveConviction(owner, "P-OPEN", "2021-06-10", { enforcementSettledOn: null });
    await assessed("2026-06-15", "P-OPEN");
    expect(await endOf("CV-P-OPEN-2021-06-10@1")).toBeNull();
    await owner
      .update(conviction)
      .set({ enforcementSettledOn: "2026-06-16", version: 2, lastChangedAt: "2026-06-16T10:00:00Z" })
      .where(eq(conviction.factId, "CV-P-OPEN-2021-06-10"));
    expect(await endOf("CV-P-OPEN-2021-06-10@1")).toBe("2026-06-16");
  });

  test("three persons cost as many statements as one", async () => {
    const one = await world.statementsOf(() => assessed("2026-06-15", "P-FINE"));
    expect(await world.statementsOf(() => assessed("2026-06-15", "P-FINE", "P-HELD", "P-TWO"))).toBe(one);
  });
});

describe("A version ends on the day on which another replaces it or the row goes, whoever does it", () => {
  test.each(["ACQUITTED", "DISCONTINUED"] as const)("a charge, by %s on 16 June", async (state) => {
    const { owner } = world.store;
    const number = state.length;
    await giveInvestigation(owner, "P-TWO", number, { state: "CHARGED" });
    await owner
      .update(investigation)
      .set({ state, version: sql`${investigation.version} + 1`, lastChangedAt: "2026-06-15T22:30:00Z" })
      .where(eq(investigation.factId, `IV-P-TWO-${number}`));
    // Half past midnight in Münster.
    expect(await endOf(`IV-P-TWO-${number}@1`)).toBe("2026-06-16");
  });

  test("an entry that is erased", async () => {
    const { owner } = world.store;
    await giveInvestigation(owner, "P-TWO", 99);
    await owner.delete(investigation).where(eq(investigation.factId, "IV-P-TWO-99"));
    expect(await endOf("IV-P-TWO-99@1")).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});
