import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openWorld, type World } from "../harness.ts";

const stated = { purpose: "CASE_MANAGEMENT", caseRef: "FM-2026-0001" };
const query = '{ person(personRef: "P-SHOWCASE0001") { familyName convictions { court } } }';
const lead = "rrk-muenster-lead";

let folder: string;
let world: World;
/** While set, requests to the criminal-records subgraph wait for it. */
let held: Promise<void> | null = null;

const committed = readFileSync(new URL("../../gateway/policy/rules/rrk.yaml", import.meta.url), "utf8");
const withoutConvictions = committed.replace("sees: [CONVICTION, INVESTIGATION", "sees: [INVESTIGATION");
const broken = committed.replace("sees: [CONVICTION, INVESTIGATION", "sees: [CONVICTON, INVESTIGATION");

/** Writes the rules of the RRK and has the gateway take them. */
async function take(rules: string): Promise<void> {
  writeFileSync(join(folder, "policy", "rules", "rrk.yaml"), rules);
  await world.gateway.reloadPolicy();
}

async function ready() {
  const response = await fetch(`${world.gateway.url}/health/ready`);
  const { policy } = (await response.json()) as { policy: { version: string; refused: unknown } };
  return { status: response.status, policy };
}

beforeAll(async () => {
  expect(new Set([committed, withoutConvictions, broken]).size).toBe(3);
  folder = mkdtempSync(join(tmpdir(), "sichtfeld-policy-"));
  cpSync(new URL("../../gateway/policy/", import.meta.url), join(folder, "policy"), { recursive: true });
  world = await openWorld({
    environment: { SICHTFELD_POLICY: join(folder, "policy") },
    wrapDoor: (name, door) => async (request) => {
      if (name === "criminal-records") await held;
      return door(request);
    },
  });
});
afterAll(async () => {
  await world?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("A policy that does not load never replaces the one in force", () => {
  // biome-ignore format: a table, a row a line
  const faults: readonly (readonly [title: string, make: () => Promise<void>, problem: RegExp])[] = [
    ["a misspelt category", () => take(broken), /^rules\/rrk\.yaml:\d+: Unknown category CONVICTON\. Nearest valid: CONVICTION\.$/],
    ["no YAML", () => take("- id: [R-RRK-01"), /^rules\/rrk\.yaml:1: No YAML: /],
    ["an empty file", () => take(""), /^rules\/rrk\.yaml:1: The file must be a list with at least one entry\.$/],
    ["a folder that is gone", async () => {
      renameSync(join(folder, "policy"), join(folder, "away"));
      await world.gateway.reloadPolicy();
      renameSync(join(folder, "away"), join(folder, "policy"));
    }, /:1: The policy cannot be read \(ENOENT\)\.$/],
  ];
  test.for(faults)("%s: the old one goes on, and log and readiness say so", async ([, make, problem]) => {
    await take(committed);
    const before = (await ready()).policy;
    expect(before.refused).toBeNull();
    await make();
    expect(await ready()).toMatchObject({
      status: 200,
      policy: { version: before.version, refused: { at: expect.any(String), problems: expect.any(Number) } },
    });
    const told = world.reports.findLast(({ event }) => event === "policy refused");
    expect(told?.detail).toMatchObject({ version: before.version, problems: [expect.stringMatching(problem)] });
    expect((await world.ask(lead, stated, query)).data.person.convictions).not.toBeNull();
    await take(committed);
    expect((await ready()).policy).toEqual({ version: before.version, refused: null });
  });
});

describe("A policy that loads is in force for every request that begins after it", () => {
  test("decisions, contract and record are those of the new one", async () => {
    await take(committed);
    const before = (await ready()).policy.version;
    expect((await world.ask(lead, stated, query)).status).toBe(200);
    await take(withoutConvictions);
    const { version } = (await ready()).policy;
    expect(version).not.toBe(before);
    expect(world.reports.findLast(({ event }) => event === "policy")?.detail).toEqual({ version, before });
    const refused = await world.ask(lead, stated, query);
    expect(refused.errors[0]?.message).toBe('Cannot query field "convictions" on type "Person".');
    await world.ask(lead, stated, '{ person(personRef: "P-SHOWCASE0001") { familyName } }');
    expect(operations().at(-1)).toMatchObject({ outcome: "ANSWERED", policyVersion: version });
  });

  test("the data protection officer asks who can see a field, of the policy in force and of one that an access record names", async () => {
    await take(committed);
    const before = (await ready()).policy.version;
    await take(withoutConvictions);
    const control = { purpose: "DATA_PROTECTION_CONTROL" };
    const offices = async (version: string) => {
      const field = `whoCanSee(coordinate: "Conviction.court"${version}) { office rule { id } }`;
      const { data, errors } = await world.ask("dpo", control, `{ ${field} }`);
      expect(errors).toEqual([]);
      return new Set(data.whoCanSee.map(({ office }: { office: string }) => office));
    };
    expect(await offices("")).not.toContain("RRK");
    expect(await offices(`, policyVersion: "${before}"`)).toContain("RRK");
    expect(operations().at(-1)).toMatchObject({ office: "DPO_MUENSTER", outcome: "ANSWERED" });
    const lead = await world.ask("rrk-muenster-lead", stated, '{ whoCanSee(coordinate: "Person.sex") { office } }');
    expect(lead.errors[0]?.message).toBe('Cannot query field "whoCanSee" on type "Query".');
  });

  test("a request under way is answered and recorded by the policy that it began with", async () => {
    await take(committed);
    const before = (await ready()).policy.version;
    let release = () => {};
    held = new Promise((resolve) => {
      release = resolve;
    });
    world.forget();
    const asked = world.ask(lead, stated, query);
    await expect.poll(() => world.traffic.some(({ subgraph }) => subgraph === "criminal-records")).toBe(true);
    await take(withoutConvictions);
    const after = (await ready()).policy.version;
    release();
    held = null;
    const reply = await asked;
    expect(reply.data.person.convictions.length).toBeGreaterThan(0);
    expect(reply.errors).toEqual([]);
    expect(operations().at(-1)).toMatchObject({ policyVersion: before });
    expect((await world.ask(lead, stated, query)).errors[0]?.message).toContain("Cannot query field");
    expect(after).not.toBe(before);
  });
});

test("A policy that cannot be put on record does not come into force", async () => {
  await take(committed);
  const { version } = (await ready()).policy;
  await world.breakLog();
  await take(withoutConvictions);
  expect((await ready()).policy).toMatchObject({ version, refused: { problems: 1 } });
  const told = world.reports.findLast(({ event }) => event === "policy refused");
  expect(told?.detail).toMatchObject({ version, problems: ["The policy could not be put on record."] });
});

test("SIGHUP has a gateway take its policy anew", { timeout: 120_000 }, async () => {
  const data = join(folder, "data");
  const populated = inject("populatedFolder");
  if (populated !== null) cpSync(populated, data, { recursive: true });
  writeFileSync(join(folder, "policy", "rules", "rrk.yaml"), committed);
  const environment = {
    PATH: process.env.PATH,
    SICHTFELD_DATA: data,
    SICHTFELD_PERSONS: "80",
    PORT: "0",
    SICHTFELD_POLICY: join(folder, "policy"),
  };
  const child = spawn(process.execPath, ["gateway/main.ts"], { env: environment });
  const reported = firstReport(child.stderr);
  try {
    await once(child.stdout, "data");
    writeFileSync(join(folder, "policy", "rules", "rrk.yaml"), broken);
    child.kill("SIGHUP");
    expect(JSON.parse(await reported)).toMatchObject({
      msg: "policy refused",
      problems: [expect.stringContaining("CONVICTON")],
    });
    expect(child.exitCode).toBeNull();
  } finally {
    child.kill("SIGTERM");
    await once(child, "close");
  }
});

/** The first line for the operator; the progress of a population that is made comes before it and is none. */
async function firstReport(lines: Readable): Promise<string> {
  for await (const line of createInterface(lines)) if (line.startsWith("{")) return line;
  throw new Error("Nothing was reported.");
}

/** Operations of the access log, in order. */
function operations() {
  return world.log().filter(({ type }) => type === "operation");
}
