import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openUsage } from "../../../gateway/usage/openUsage.ts";
import { UsageCounters, usageCellsMax } from "../../../gateway/usage/UsageCounters.ts";
import { queryInterfaceUsage } from "../../../subgraphs/audit/usage/queryInterfaceUsage.ts";
import type { SubgraphContext } from "../../../subgraphs/shell/SubgraphContext.ts";

const day = "2026-06-15";
const use = (person: string, coordinates: readonly string[] = ["Case.state"], client = "fachverfahren") => ({
  contract: "rrk-muenster-caseworker",
  client,
  person,
  coordinates,
});
const people = (count: number) => Array.from({ length: count }, (_, index) => `rrk-ms-01${index}`);

describe("A field that a program asks for is told of from five persons up", () => {
  test.each([
    ["four persons, however often they ask", [...people(4), ...people(4)], []],
    ["five persons, with every operation of theirs", [...people(5), ...people(2)], [7]],
  ])("%s", (_, asking, operations) => {
    const counters = new UsageCounters(day, null);
    for (const person of asking) counters.count(use(person));
    expect(counters.kept().cells.map((cell) => cell.operations)).toEqual(operations);
  });

  test("five persons with two programs are five with neither", () => {
    const counters = new UsageCounters(day, null);
    people(5).forEach((person, index) => void counters.count(use(person, ["Case.state"], index < 3 ? "one" : "other")));
    expect(counters.kept().cells).toEqual([]);
  });

  test("what they did not ask for is not told with it", () => {
    const counters = new UsageCounters(day, null);
    for (const person of people(5))
      counters.count(use(person, ["Case.state", `Case.${person === "rrk-ms-010" ? "outcome" : "ground"}`]));
    expect(counters.kept().cells.map(({ coordinate }) => coordinate)).toEqual(["Case.state"]);
  });
});

test("Ever new fields cost no more memory than the limit, and what is counted already goes on", () => {
  const counters = new UsageCounters(day, null);
  const made = Array.from({ length: usageCellsMax + 5 }, (_, index) => `T.f${index}`);
  for (const person of people(5)) counters.count(use(person, made));
  expect(counters.kept().cells).toHaveLength(usageCellsMax);
});

describe("What was counted is kept", () => {
  let folder: string;
  let today = day;
  const reports: unknown[] = [];
  const open = (instance = "gateway") =>
    openUsage(
      folder,
      instance,
      (error) => reports.push(error),
      () => today,
    );
  const cells = (asked: string, office = "RRK_MUENSTER", now = "2026-06-17") =>
    queryInterfaceUsage(folder, { day: asked }, { grant: { office } as SubgraphContext["grant"] }, now);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "sichtfeld-usage-"));
    today = day;
    reports.length = 0;
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test("and what a day has no room for is told to the operator, once a day", async () => {
    const usage = await open();
    const made = Array.from({ length: usageCellsMax + 1 }, (_, index) => `T.f${index}`);
    usage.count(use("rrk-ms-010", made.slice(1)));
    expect(reports).toEqual([]);
    for (const _time of ["once", "again"]) usage.count(use("rrk-ms-010", made));
    expect(reports).toMatchObject([{ name: "UsageFull" }]);
    today = "2026-06-16";
    usage.count(use("rrk-ms-010", made));
    expect(reports).toHaveLength(2);
    await usage.close();
  });

  test("without a person: no file holds a name, nor anything that fewer than five did", async () => {
    const usage = await open();
    for (const person of people(5)) usage.count(use(person));
    for (const person of people(4)) usage.count(use(person, ["Case.outcome"]));
    await usage.close();
    const written = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), "utf8"))
      .join();
    expect(written).toContain("Case.state");
    expect(written).not.toMatch(/rrk-ms-01|outcome/);
  });

  test("over a restart on the same day, and summed over gateways that each told of five", async () => {
    for (const instance of ["one", "one", "two"]) {
      const usage = await open(instance);
      for (const person of people(5)) usage.count(use(person));
      await usage.close();
    }
    const few = await open("three");
    for (const person of people(4)) few.count(use(person));
    await few.close();
    expect(await cells(day)).toEqual([
      { contract: "rrk-muenster-caseworker", coordinate: "Case.state", client: "fachverfahren", operations: 15 },
    ]);
  });

  test("by its day: after midnight counting begins anew, and persons of the day before count no more", async () => {
    const usage = await open();
    for (const person of people(3)) usage.count(use(person));
    today = "2026-06-16";
    for (const person of people(5).slice(3)) usage.count(use(person));
    await usage.close();
    expect([await cells(day), await cells("2026-06-16")]).toEqual([[], []]);
  });

  test("for offices that read the contract, and for no other", async () => {
    const usage = await open();
    for (const person of people(5)) usage.count(use(person));
    await usage.close();
    expect(await cells(day)).toHaveLength(1);
    expect(await cells(day, "RRK_KOELN")).toEqual([]);
    expect(await cells(day, "LKA_NRW")).toEqual([]);
  });

  test("and is told once the day is over, so that nobody watches a number grow with what one person does", async () => {
    const usage = await open();
    for (const person of people(5)) usage.count(use(person));
    await usage.close();
    expect([await cells(day, "RRK_MUENSTER", day), await cells(day, "RRK_MUENSTER", "2026-06-16")]).toEqual([
      [],
      [expect.objectContaining({ operations: 5 })],
    ]);
  });

  test("for 400 days, and a file that cannot be read is as none", async () => {
    writeFileSync(join(folder, "2025-01-01.gateway.json"), "{}");
    writeFileSync(join(folder, `${day}.gateway.json`), "torn");
    const usage = await open();
    for (const person of people(5)) usage.count(use(person));
    await usage.close();
    expect(readdirSync(folder)).toEqual([`${day}.gateway.json`]);
    expect(await cells(day)).toHaveLength(1);
  });

  test("and where it cannot be written, the operator is told and nobody waits", async () => {
    const usage = await open();
    rmSync(folder, { recursive: true });
    writeFileSync(folder, "no folder");
    for (const person of people(5)) usage.count(use(person));
    await usage.close();
    expect(reports).toHaveLength(1);
  });
});
