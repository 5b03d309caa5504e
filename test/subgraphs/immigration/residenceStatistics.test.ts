import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toleration } from "../../../subgraphs/immigration/tables.ts";
import type { ShownCell } from "../../../subgraphs/shell/suppressSmallCells.ts";
import { givenFact } from "./givenFact.ts";
import { blueprint, grant, openWorld, type World } from "./world.ts";

const cologne = "ABH_05315";

let world: World;

beforeAll(async () => {
  const persons = (from: number, length: number, particulars: Parameters<typeof blueprint>[1]) =>
    Array.from({ length }, (_, index) => blueprint(from + index, particulars));
  const tolerated = persons(500, 5, { obligation: "NOT_ENFORCEABLE" });
  world = await openWorld([
    ...persons(0, 7, { obligation: "NONE" }),
    ...persons(100, 6, { obligation: "NOT_ENFORCEABLE" }),
    ...tolerated,
    ...persons(200, 8, { obligation: "NONE", competentAuthority: cologne }),
    ...persons(300, 4, { obligation: "NOT_ENFORCEABLE", competentAuthority: cologne }),
    // Under the large transfer block: with them, Köln's cell would be shown.
    ...persons(400, 3, { obligation: "NOT_ENFORCEABLE", competentAuthority: cologne, transferBlock: "LARGE" }),
  ]);
  await world.store.owner.insert(toleration).values(
    tolerated.map(({ personRef }) => ({
      ...givenFact(personRef, `RF-${personRef}`, "2026-01-10"),
      reasonCode: "20",
      validUntil: "2026-12-31",
    })),
  );
}, 60_000);

afterAll(() => world.close());

describe("Residence statistics", () => {
  test("Every region and column is there; small cells, and with them those that would give them away, show no count", async () => {
    const ministry = grant("MKJFGFI", { STATISTICS: ["ANY"] }, { purpose: "SUPERVISION" });
    const { data, codes } = await world.ask(ministry, "{ residenceStatistics { row column count } }");
    expect(codes).toEqual([]);
    expect(data.residenceStatistics).toHaveLength(15);
    expect(shownOf(data.residenceStatistics)).toEqual({
      "Münster NO_OBLIGATION_TO_LEAVE": 5,
      "Köln NO_OBLIGATION_TO_LEAVE": 10,
    });
  });

  test("A ministry without the category gets an error and no table", async () => {
    const { data, codes } = await world.ask(grant("MKJFGFI", {}), "{ residenceStatistics { count } }");
    expect([data, codes]).toEqual([{ residenceStatistics: null }, ["FIELD_NOT_GRANTED"]]);
  });
});

function shownOf(cells: readonly ShownCell[]): Record<string, number | null> {
  return Object.fromEntries(
    cells.filter(({ count }) => count !== null).map(({ row, column, count }) => [`${row} ${column}`, count]),
  );
}
