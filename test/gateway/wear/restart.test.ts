import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { AccessLog } from "../../../gateway/audit/AccessLog.ts";
import { openLogFolder } from "../../../gateway/audit/openLogFolder.ts";
import { limits } from "../../../gateway/limits.ts";
import { recentUse } from "../../../gateway/wear/recentUse.ts";
import { Wear } from "../../../gateway/wear/Wear.ts";
import { access } from "../audit/access.ts";

const folder = mkdtempSync(join(tmpdir(), "sichtfeld-restart-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hour = 3_600_000;
const noon = Date.parse("2026-06-15T12:00:00Z");
const at = (minutesBefore: number) => new Date(noon - minutesBefore * 60_000).toISOString();
const who = { office: "RRK_MUENSTER", person: "staff-1", purpose: "CASE_MANAGEMENT", caseRef: null };
const of = (...refs: readonly string[]) => refs.map((personRef) => ({ personRef, coordinates: [] }));

/** A log of two segments, as a gateway leaves it that was started twice. */
async function write(): Promise<void> {
  let clock = noon - 3 * hour;
  const put = async (...entries: readonly Parameters<AccessLog["append"]>[0][]) => {
    const log = await AccessLog.open(await openLogFolder(folder, "one"), () => clock);
    for (const entry of entries) {
      clock = Date.parse(entry.at);
      await log.append(entry);
    }
    await log.close();
  };
  await put(
    access("1", { at: at(61), subjects: of("P-BEFOREHOUR01") }),
    access("2", { at: at(50), subjects: of("P-SHOWN0000001") }),
  );
  await put(
    access("3", { at: at(40), subjects: [...of("P-SHOWN0000002"), { personRef: null, coordinates: [] }] }),
    access("4", {
      at: at(30),
      outcome: "REFUSED",
      refusalCode: "SUBGRAPH_UNAVAILABLE",
      subjects: of("P-ASKED0000001"),
      askedCases: ["FM-ASKED-1"],
    }),
    access("5", { at: at(20), outcome: "REFUSED", refusalCode: "CEILING_REACHED", subjects: of("P-REFUSED00001") }),
    access("6", {
      at: at(10),
      outcome: "REFUSED",
      refusalCode: "PURPOSE_MISSING",
      purpose: null,
      subjects: of("P-NOPURPOSE001"),
    }),
    access("7", { at: at(5), actor: "staff-7", subjects: of("P-SHOWN0000003") }),
    access("8", { at: at(4), actor: "sub-1", asSubject: "P-HERSELF00001", subjects: of("P-HERSELF00001") }),
  );
}

describe("A gateway that starts again counts on", () => {
  test("from the last hour of its own log, over all its segments, and not what a ceiling refused", async () => {
    await write();
    const log = await openLogFolder(folder, "one");
    const recent = await recentUse(log, noon - hour);
    log.release();
    const used = (of: string) =>
      recent.filter(({ kind }) => kind === of).map(({ reference, person }) => `${person} ${reference}`);
    expect(used("person")).toEqual([
      "staff-1 P-SHOWN0000001",
      "staff-1 P-SHOWN0000002",
      "staff-1 P-ASKED0000001",
      "staff-7 P-SHOWN0000003",
      "P-HERSELF00001 P-HERSELF00001",
    ]);
    expect([...new Set(used("case"))]).toEqual([
      "staff-1 FM-2026-0001",
      "staff-1 FM-ASKED-1",
      "staff-7 FM-2026-0001",
      "P-HERSELF00001 FM-2026-0001",
    ]);
    const few = new Wear({ ...limits, casesAnHourMax: 2 }, 1, recent);
    const states = (caseRef: string) => () =>
      few.admitAsked(
        { ...who, caseRef },
        { askedPersons: [], askedCases: [] },
        { payloads: new Map() },
        new Date(noon),
      );
    expect(states("FM-ASKED-1")).not.toThrow();
    expect(states("FM-NEW-1")).toThrow(/more than 2 cases/);
    const wear = new Wear({ ...limits, personsAnHourMax: { CASE_MANAGEMENT: 4 } }, 1, recent);
    const shows = (ref: string, now: number) => () =>
      wear.admitAsked(who, { askedPersons: [ref], askedCases: [] }, { payloads: new Map() }, new Date(now));
    expect(shows("P-NEW000000001", noon)).not.toThrow();
    expect(shows("P-NEW000000002", noon)).toThrow(/more than 4 persons/);
    expect(shows("P-SHOWN0000001", noon)).not.toThrow();
    expect(shows("P-NEW000000002", noon + 21 * 60_000)).not.toThrow();
  });

  test("and reads a log whose end was torn as far as it verifies", async () => {
    const torn = mkdtempSync(join(tmpdir(), "sichtfeld-torn-"));
    cpSync(folder, torn, { recursive: true });
    const log = await openLogFolder(torn, "one");
    const cut = {
      ...log,
      shard: async (name: string) => {
        const shard = await log.shard(name);
        const read = async (file: string) => {
          const bytes = await shard.read(file);
          return file.startsWith("journal-") ? bytes.subarray(0, -40) : bytes;
        };
        return { ...shard, read };
      },
    };
    expect((await recentUse(cut, noon - hour)).map(({ reference }) => reference)).toContain("P-SHOWN0000002");
    log.release();
    rmSync(torn, { recursive: true, force: true });
  });
});

test("Three gateways that share the requests keep a ceiling of ten together: each counts to three.", () => {
  const wear = new Wear({ ...limits, personsAnHourMax: { CASE_MANAGEMENT: 10 } }, 3, []);
  const ask = (...askedPersons: readonly string[]) =>
    wear.admitAsked(who, { askedPersons, askedCases: [] }, { payloads: new Map() }, new Date(noon));
  ask("A", "B", "C");
  expect(() => ask("D")).toThrow(/more than 3 persons/);
});

test("A purpose without a ceiling shows nobody.", () => {
  const wear = new Wear({ ...limits, personsAnHourMax: {} }, 1, []);
  expect(() =>
    wear.admitAsked(who, { askedPersons: ["A"], askedCases: [] }, { payloads: new Map() }, new Date(noon)),
  ).toThrow(/more than 0/);
});
