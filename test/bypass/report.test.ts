import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { probes } from "../../bypass/probes.ts";
import { readCatalogue } from "../../bypass/readCatalogue.ts";
import { reportCommand } from "../../bypass/reportCommand.ts";
import { openWorld, type World } from "../harness.ts";
import { NaiveGateway } from "./NaiveGateway.ts";

const catalogue = readCatalogue();
const naive = new NaiveGateway();
const folder = mkdtempSync(join(tmpdir(), "sichtfeld-report-"));
const config = join(folder, "config.yaml");
let [world, naiveUrl] = [null as unknown as World, ""];
beforeAll(async () => {
  world = await openWorld();
  naiveUrl = await naive.listen();
  writeFileSync(config, 'headers: { x-any: "1" }\nquery: "{ persons { totalCount } }"\n');
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await naive.close();
  await world?.close();
});

const report = (...given: string[]) => reportCommand(given, () => {});

/** What each way that is asked about by URL was found to be. */
async function verdicts(...given: string[]): Promise<Readonly<Record<string, string>>> {
  const { output } = await report(...given, "--json");
  const { ways } = JSON.parse(output) as { ways: { id: string; verdict: string }[] };
  return Object.fromEntries(
    ways
      .filter(({ verdict }) => verdict !== "NOT_PROBED")
      .map(({ id, verdict }) => [catalogue.get(id)?.probe ?? id, verdict]),
  );
}

describe("The report on a gateway that is asked by URL", () => {
  test("finds this one closed wherever that can be told", async () => {
    const headers = {
      authorization: `Bearer ${await world.token("rrk-muenster-caseworker")}`,
      "access-purpose": "WORKLIST",
      "access-reason": "Probe",
    };
    const given = Object.entries(headers).flatMap(([name, value]) => ["--header", `${name}: ${value}`]);
    expect(await verdicts("--url", `${world.gateway.url}/graphql`, "--config", config, ...given)).toEqual({
      aliases: "HOLDS",
      batches: "HOLDS",
      contentTypes: "HOLDS",
      errorTexts: "HOLDS",
      federationFields: "HOLDS",
      fragments: "HOLDS",
      introspection: "UNCLEAR",
      introspectionBeside: "UNCLEAR",
      persistedQueries: "HOLDS",
      typenameAliases: "HOLDS",
      valueCompletion: "UNCLEAR",
      withoutToken: "HOLDS",
    });
  });

  test("finds one that answers whatever it can read open", async () => {
    const before = naive.requests;
    expect(await verdicts("--url", naiveUrl, "--config", config)).toEqual({
      aliases: "HOLDS",
      batches: "OPEN",
      contentTypes: "OPEN",
      errorTexts: "OPEN",
      federationFields: "OPEN",
      fragments: "OPEN",
      introspection: "OPEN",
      introspectionBeside: "UNCLEAR",
      persistedQueries: "HOLDS",
      typenameAliases: "OPEN",
      valueCompletion: "OPEN",
      withoutToken: "OPEN",
    });
    expect(naive.requests - before).toBeLessThanOrEqual(60);
    expect((await report("--url", naiveUrl, "--config", config)).exitCode).toBe(1);
  });

  test("says of every other way what asking about it would need", async () => {
    const { output } = await report("--url", naiveUrl, "--config", config);
    for (const way of catalogue.values()) {
      expect(output).toContain(`${way.id}  ${way.sentence}`);
      if (way.needs !== undefined) expect(output).toContain(`not probed: needs ${way.needs}`);
    }
  });

  test("says so in one line where the gateway does not answer the requester", async () => {
    for (const url of [`${world.gateway.url}/graphql`, "http://127.0.0.1:9/graphql"]) {
      const { output, complaint, exitCode } = await report("--url", url);
      expect([output, exitCode]).toEqual(["", 1]);
      expect(complaint).toMatch(/^http:\S+ does not answer the operation with data \(status \d+\)\.[^\n]*\n$/);
    }
  });
});

describe("The report", () => {
  test("lists the catalogue as text, as JSON and as a page, each with the reference of every way", async () => {
    for (const format of [[], ["--json"], ["--html"]]) {
      const { output, exitCode } = await report("--list", ...format);
      expect(exitCode).toBe(0);
      for (const { id, references } of catalogue.values()) {
        expect(output).toContain(id);
        for (const reference of references) expect(output).toContain(reference);
      }
    }
  });

  test("knows every probe that the catalogue names, and no other", () => {
    const named = [...catalogue.values()].flatMap(({ probe }) => probe ?? []);
    expect(named.toSorted()).toEqual(Object.keys(probes).toSorted());
  });

  test.each([
    [["--url", "gopher://x"], "--url must be"],
    [["--header", "a: b"], "--header and --config go with --url"],
    [["--url", "http://x", "--header", "nonsense"], "--header must be"],
    [["--url", "http://x", "--config", "/nowhere.yaml"], "--config: /nowhere.yaml must be"],
    [["--list", "--without", "W-01"], "exclude each other"],
    [["--json", "--html"], "exclude each other"],
    [["--without", "W-99"], "there is no way W-99"],
    [["--verbose"], "--verbose"],
    [["everything"], "everything"],
  ])("called with %j ends with 2 and says what to do", async (given, sentence) => {
    const { output, complaint, exitCode } = await report(...given);
    expect([output, exitCode]).toEqual(["", 2]);
    expect(complaint).toContain(sentence);
    expect(complaint).toContain("npm run bypass-report");
  });

  test("helps who asks for it", async () => {
    expect(await report("--help")).toMatchObject({
      complaint: "",
      exitCode: 0,
      output: expect.stringContaining("--without"),
    });
  });
});
