import { afterAll, beforeAll, expect, test } from "vitest";
import { criminalRecords } from "../../../subgraphs/criminal-records/subgraph.ts";
import { investigation } from "../../../subgraphs/criminal-records/tables.ts";
import { changedOn } from "../../../subgraphs/shell/changedOn.ts";
import { personFact } from "../../../subgraphs/shell/tables.ts";
import { aGrant } from "../aGrant.ts";
import { grantEntries } from "../grantEntries.ts";
import { openRoom, type Room } from "../openRoom.ts";
import { givenFact } from "./givenRecord.ts";

let room: Room;
let number = 0;

/** Stores so many investigations alike, each of a person of its own unless one is named. */
async function give(count: number, particulars: object, personRef: string | null = null): Promise<void> {
  for (let each = 0; each < count; each += 1) {
    number += 1;
    const row = {
      ...givenFact(personRef ?? `P-${number}`, `IV-${number}`, "2026-01-10"),
      provisions: ["§ 242 StGB"],
      state: "OPEN" as const,
      since: "2026-01-10",
      ...particulars,
    };
    await room.store.owner.insert(investigation).values(changedOn(row, [row.since]));
  }
}

beforeAll(async () => {
  room = await openRoom(criminalRecords);
  await give(8, {});
  await give(6, { state: "CHARGED" });
  await give(9, { state: "DISCONTINUED" });
  await give(8, { since: "2026-06-16" });
  await give(8, { deleteBy: "2026-06-14" });
  await room.store.owner
    .insert(personFact)
    .values({ personRef: "P-1", kind: "LARGE_TRANSFER_BLOCK", since: "2025-01-01" });
});
afterAll(() => room.close());

async function cells() {
  const ministry = aGrant("MKJFGFI", grantEntries("SEE", ["STATISTICS"], ["ANY"], []), { person: null });
  const { data, errors } = await room.ask(ministry, "{ investigationStatistics { row column count } }");
  expect(errors).toBeUndefined();
  return data.investigationStatistics as readonly { row: string; column: string; count: number | null }[];
}

test("On 15 June 2026 investigations under way are counted by state and prosecutor's office, without the blocked person", async () => {
  const counted = await cells();
  expect(counted.filter(({ count }) => count !== null)).toEqual([
    { row: "OPEN", column: "STA_R2700S", count: 5 },
    { row: "CHARGED", column: "STA_R2700S", count: 5 },
  ]);
  expect(new Set(counted.map(({ row }) => row))).toEqual(new Set(["OPEN", "CHARGED"]));
  expect(new Set(counted.map(({ column }) => column)).size).toBe(counted.length / 2);
});

test("Many investigations of few persons are hidden like few", async () => {
  await give(12, { state: "CHARGED", sourceOffice: "STA_R1100S" }, "P-99");
  const hidden = (await cells()).filter(({ count }) => count === null).map(({ row, column }) => `${row} ${column}`);
  expect(hidden).toContain("CHARGED STA_R1100S");
});
