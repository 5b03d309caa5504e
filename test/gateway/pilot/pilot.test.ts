import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demonstrationIssuer } from "../../../gateway/identity/demonstrationIssuer.ts";
import { pilotCommand } from "../../../gateway/pilot/pilotCommand.ts";
import { pilotPeriod } from "../../../gateway/pilot/pilotPeriod.ts";
import { planPilot } from "../../../gateway/pilot/planPilot.ts";
import { runPilot } from "../../../gateway/pilot/runPilot.ts";
import { openWorld, type World } from "../../harness.ts";

const folder = mkdtempSync(join(tmpdir(), "sichtfeld-pilot-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

class Memory extends Writable {
  text = "";
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

async function command(args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const [output, errors] = [new Memory(), new Memory()];
  return { code: await pilotCommand(args, environment, { output, errors }), output: output.text, errors: errors.text };
}

describe("npm run pilot", () => {
  test.for([
    [["--seed", "x"], {}, 2, "--seed must be a whole number"],
    [["--persons", "0"], {}, 2, "--persons must be a whole number"],
    [["--nonsense"], {}, 2, "npm run pilot -- --help"],
    [["--data", folder], {}, 1, "is not empty"],
    [["--data", join(folder, "new")], { NODE_ENV: "production" }, 1, "NODE_ENV=production"],
  ] as const)("%j with %j ends with %d", async ([args, environment, code, says]) => {
    writeFileSync(join(folder, "something"), "");
    const ended = await command(args, environment as NodeJS.ProcessEnv);
    expect([ended.code, ended.output]).toEqual([code, ""]);
    expect(ended.errors).toContain(says);
    expect(existsSync(join(folder, "new"))).toBe(false);
  });

  test("--help says what it does", async () => {
    expect(await command(["--help"])).toMatchObject({
      code: 0,
      output: expect.stringContaining("IRIS runs at RRK Münster alone"),
    });
  });
});

describe("A plan", () => {
  test("is its seed's and its size's: the same twice, another for another seed", () => {
    expect(planPilot(7, 120)).toEqual(planPilot(7, 120));
    expect(planPilot(8, 120)).not.toEqual(planPilot(7, 120));
  });

  test("has its acts on working days of the pilot, each case in the order of its days", () => {
    const acts = planPilot(7, 300).map(({ acts }) => acts.map(({ day }) => day));
    expect(acts.length).toBeGreaterThan(20);
    const days = acts.flat();
    expect([...days].sort()[0]?.slice(0, 7)).toBe("2026-03");
    expect(days.filter((day) => day < "2026-03-01" || day > "2026-08-31")).toEqual([]);
    expect(
      days.filter((day) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) || day === "2026-05-14"),
    ).toEqual([]);
    expect(acts.map((each) => [...each].sort())).toEqual(acts);
  });
});

describe("A small pilot against a running gateway", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ date: pilotPeriod.from });
  });
  afterAll(() => world?.close());

  test("goes through the front door on its own dates, with both clocks on record, and IRIS in Münster alone", async () => {
    const [one, other] = planPilot(1, 80).filter(({ successor }) => successor === null);
    if (one === undefined || other === undefined) throw new Error("The shared population gives two to propose.");
    const chosen = [{ ...one, rrk: "RRK_MUENSTER" }, other];
    const issuer = await demonstrationIssuer(world.gateway.settings.dataFolder);
    const journal = await runPilot(world.gateway, issuer, chosen, () => {});
    expect(journal.acts.propose).toEqual({ taken: 2, refused: {} });
    expect(journal.acts.assess).toEqual({ taken: 1, refused: {} });
    const proposed = world
      .log()
      .filter(({ operationName, office }) => operationName === "Pilot" && office.startsWith("ABH"));
    expect(new Set(proposed.map(({ questionDate }) => questionDate))).toEqual(
      new Set(chosen.map(({ acts: [first] }) => first?.day)),
    );
    expect(proposed.every(({ at, questionDate }) => at.slice(0, 10) !== questionDate)).toBe(true);
  });
});
