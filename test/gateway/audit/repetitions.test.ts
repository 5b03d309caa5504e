import { expect, test } from "vitest";
import { AccessLog } from "../../../gateway/audit/AccessLog.ts";
import { Repetitions } from "../../../gateway/audit/Repetitions.ts";
import { access } from "./access.ts";
import { MemoryLogFolder } from "./MemoryLogFolder.ts";
import { TestClock } from "./TestClock.ts";

const refused = (id: string, actor = "staff-1") =>
  access(id, { actor, outcome: "REFUSED", refusalCode: "TOO_MANY_REQUESTS", subjects: [], withheld: [] });

async function openLog() {
  const clock = new TestClock("2026-06-15T08:00:00Z");
  const folder = new MemoryLogFolder();
  const log = await AccessLog.open(folder, clock.read);
  const told = () =>
    folder.verify().operations.map(({ operation: { id, actor, count } }) => `${id} of ${actor} for ${count}`);
  return { clock, folder, log, told };
}

test("Ten thousand requests that are too many within a minute leave two entries: the first of them, and how many more there were", async () => {
  const { clock, log, told } = await openLog();
  for (let each = 0; each < 10_000; each += 1) await log.appendRepeated(refused(`r-${each}`));
  await log.tellCounted();
  expect(told()).toEqual(["r-0 of staff-1 for 1"]);
  clock.move(60_000);
  await log.tellCounted();
  expect(told()).toEqual(["r-0 of staff-1 for 1", "r-9999 of staff-1 for 9999"]);
});

test("Each person is counted apart, whoever goes on is told of once a minute, and nothing twice", async () => {
  const { clock, log, told } = await openLog();
  for (const [id, actor] of [
    ["a-1", "a"],
    ["b-1", "b"],
    ["a-2", "a"],
    ["a-3", "a"],
  ] as const)
    await log.appendRepeated(refused(id, actor));
  clock.move(61_000);
  await log.appendRepeated(refused("a-4", "a"));
  await log.appendRepeated(refused("a-5", "a"));
  await log.tellCounted();
  expect(told()).toEqual(["a-1 of a for 1", "b-1 of b for 1", "a-4 of a for 3"]);
  clock.move(60_000);
  await log.tellCounted();
  clock.move(60_000);
  await log.tellCounted();
  expect(told().slice(3)).toEqual(["a-5 of a for 1"]);
});

test("What was counted when the gateway stops is on record before it has stopped", async () => {
  const { folder, log, told } = await openLog();
  for (const id of ["r-0", "r-1", "r-2"]) await log.appendRepeated(refused(id));
  for (const id of ["i-0", "i-1"])
    await log.appendFailure({ id, at: "2026-06-15T08:00:00Z", code: "UNAUTHENTICATED", trace: null });
  await log.close();
  expect(told()).toEqual(["r-0 of staff-1 for 1", "r-2 of staff-1 for 2"]);
  const failures = folder
    .segments()
    .flatMap(({ bytes }) => String(bytes).match(/"code":"UNAUTHENTICATED","count":\d+/g) ?? []);
  expect(failures).toEqual(['"code":"UNAUTHENTICATED","count":1', '"code":"UNAUTHENTICATED","count":1']);
});

test("What could not be put on record is counted on, and told when the disk can be written again", async () => {
  const { clock, folder, log, told } = await openLog();
  for (const id of ["r-0", "r-1", "r-2"]) await log.appendRepeated(refused(id));
  clock.move(60_000);
  folder.fail({ at: "write", effect: "NOT_STORED", code: "ENOSPC" });
  await log.tellCounted();
  expect(told()).toEqual(["r-0 of staff-1 for 1"]);
  await log.appendRepeated(refused("r-3"));
  clock.move(60_000);
  await log.tellCounted();
  expect(told()).toEqual(["r-0 of staff-1 for 1", expect.stringMatching(/ of staff-1 for 3$/)]);
});

test("However many persons ask too often, no more than twenty thousand are counted in memory, and nobody is forgotten", () => {
  const counted = new Repetitions<number>(60_000);
  let told = 0;
  for (let each = 0; each < 30_000; each += 1)
    for (const _ of [1, 2]) if (counted.of(String(each), each, 0) !== null) told += 1;
  const taken = counted.take(1);
  expect(taken).toHaveLength(10_000);
  told += taken.length;
  told += counted.take(Number.POSITIVE_INFINITY).length;
  expect(told).toBe(60_000);
});
