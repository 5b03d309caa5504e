import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { detectors } from "../../../subgraphs/audit/detectors/detectors.ts";
import { holidaysOf } from "../../../subgraphs/shell/calendar/holidaysOf.ts";
import { seededRandom } from "../../crash/seededRandom.ts";
import { access } from "../../gateway/audit/access.ts";
import { type AuditWorld, openAuditWorld } from "./auditWorld.ts";
import { naiveDetectors, publishedHolidays } from "./naiveDetectors.ts";

let world: AuditWorld;

const question = `query ($from: DateTime!, $to: DateTime!, $first: Int) { accessDetectors(from: $from, to: $to, first: $first) {
  id sentence norms basis judged found findings { id } } }`;
const everything = `query ($after: String) { accessRecords(first: 200, after: $after) { pageInfo { hasNextPage endCursor } edges { node {
  id at actor office { id } purpose outcome subjects { personRef disclosures { coordinate } } } } } }`;

/** Accesses from the week before Corpus Christi to the end of June 2026, drawn at random, with a hundred persons shown in one hour of it. */
function drawnAccesses(seed: number) {
  const random = seededRandom(seed);
  const below = (most: number) => Math.floor(random() * most);
  const offices = ["RRK_MUENSTER", "ABH_05554", "POLICE_MUENSTER"];
  const drawn = Array.from({ length: 240 }, (_, each) => {
    const isRefused = below(6) === 0;
    const office = offices[below(3)] ?? "";
    return access(`op-${each}`, {
      at: new Date(Date.UTC(2026, 4, 28 + below(30), below(24), below(60), below(60), below(1000))).toISOString(),
      actor: `${office}-${below(2)}`,
      office,
      purpose: ["WORKLIST", "CASE_MANAGEMENT"][below(2)] ?? null,
      ...(isRefused ? { outcome: "REFUSED" as const, refusalCode: "CASE_MISSING", rules: {}, withheld: [] } : {}),
      subjects: isRefused
        ? []
        : [...new Set([below(8), below(8)])].map((person) => ({
            personRef: `P-${person}`,
            coordinates: below(3) === 0 ? [] : ["Person.personRef"],
          })),
    });
  });
  const many = Array.from({ length: 4 }, (_, each) =>
    access(`many-${each}`, {
      at: `2026-06-15T09:${each}0:00.000Z`,
      actor: "RRK_MUENSTER-0",
      purpose: "WORKLIST",
      subjects: Array.from({ length: 25 }, (_, person) => ({
        personRef: `P-M${each * 25 + person}`,
        coordinates: ["Person.personRef"],
      })),
    }),
  );
  const refused = Array.from({ length: 7 }, (_, each) =>
    access(`refused-${each}`, {
      at: `2026-06-16T09:0${each}:00.000Z`,
      actor: "ABH_05554-1",
      office: "ABH_05554",
      outcome: "REFUSED",
      refusalCode: "CASE_MISSING",
      rules: {},
      withheld: [],
      subjects: [],
    }),
  );
  return [...drawn, ...many, ...refused];
}

beforeAll(async () => {
  world = await openAuditWorld();
  const entries = drawnAccesses(20260615);
  await world.record("gateway-1", ...entries.filter((_, each) => each % 2 === 0));
  await world.record("gateway-2", ...entries.filter((_, each) => each % 2 === 1));
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await world.close();
});

async function toldAccesses() {
  const told = [];
  for (let after: string | null = null; ; ) {
    const { data } = await world.ask(everything, { after });
    // biome-ignore lint/suspicious/noExplicitAny: an answer of the schema
    told.push(...data.accessRecords.edges.map(({ node }: any) => ({ ...node, office: node.office.id })));
    if (!data.accessRecords.pageInfo.hasNextPage) return told;
    after = data.accessRecords.pageInfo.endCursor;
  }
}

const register = [
  { staff: "RRK_MUENSTER-0", office: "RRK_MUENSTER", personRef: "P-3" },
  { staff: "ABH_05554-1", office: "ABH_05554", personRef: "P-M7" },
];

test.each([
  ["2026-06-01T00:00:00.000Z", "2026-06-30T00:00:00.000Z", []],
  ["2026-06-15T00:00:00.000Z", "2026-06-16T00:00:00.000Z", register],
  ["2026-05-28T00:00:00.000Z", "2026-06-27T00:00:00.000Z", register],
])(
  "From %s to %s every detector judges and finds what a reading of its sentence does, access by access",
  async (from, to, staff) => {
    const file = join(world.folder, "..", `register-${process.pid}.json`);
    writeFileSync(file, JSON.stringify(staff));
    vi.stubEnv("SICHTFELD_STAFF_REGISTER", file);
    const { data, messages } = await world.ask(question, { from, to, first: 200 });
    expect(messages).toEqual([]);
    const wanted = naiveDetectors(await toldAccesses(), from, to, undefined, staff);
    expect(
      data.accessDetectors.map(
        ({
          id,
          judged,
          found,
          findings,
        }: {
          id: string;
          judged: number;
          found: number;
          findings: { id: string }[];
        }) => ({
          id,
          judged,
          found,
          findings: findings.map((each) => each.id),
        }),
      ),
    ).toEqual(
      wanted.map(({ id, judged, found }) => ({
        id,
        judged: judged.length,
        found: found.length,
        findings: found.map((each) => each.id),
      })),
    );
    if (to.startsWith("2026-06-27")) expect(wanted.filter(({ found }) => found.length === 0)).toEqual([]);
  },
);

test("Without a register of staff, nothing is judged as somebody's own record, and the rule says why", async () => {
  vi.stubEnv("SICHTFELD_STAFF_REGISTER", undefined);
  const { data } = await world.ask(question, { from: "2026-06-01T00:00:00Z", to: "2026-06-30T00:00:00Z" });
  const own = data.accessDetectors.find(({ id }: { id: string }) => id === "D-OWN-RECORD");
  expect(own).toMatchObject({
    judged: 0,
    found: 0,
    findings: [],
    basis: expect.stringMatching(/without one, nothing/),
  });
});

test.each([
  ["2026-06-01T00:00:00Z", "2026-07-03T00:00:00Z"],
  ["2026-06-02T00:00:00Z", "2026-06-01T00:00:00Z"],
])("From %s to %s is no period of at most 31 days", async (from, to) => {
  const { codes, messages } = await world.ask(question, { from, to });
  expect([codes, messages]).toEqual([["INVALID_INPUT"], ["Name a period of at most 31 days."]]);
});

test("Ids of detectors are stable, and each rule has a sentence, a norm and its basis", () => {
  expect(detectors.map(({ id }) => id)).toEqual([
    "D-AFTER-RELATION",
    "D-OFF-HOURS",
    "D-REFUSALS",
    "D-VOLUME",
    "D-OWN-RECORD",
  ]);
  for (const { sentence, norms, basis } of detectors) {
    expect(sentence).toMatch(/^[A-Z].+\.$/);
    expect(norms.length).toBeGreaterThan(0);
    expect(basis.length).toBeGreaterThan(40);
  }
});

test("Holidays are those that North Rhine-Westphalia published for 2025 and 2026", () => {
  expect([...holidaysOf(2025), ...holidaysOf(2026)].sort()).toEqual(publishedHolidays);
});

test.each([
  [2000, "2000-04-24"],
  [2011, "2011-04-25"],
  [2019, "2019-04-22"],
  [2024, "2024-04-01"],
  [2038, "2038-04-26"],
])("In %i, Easter Monday is %s", (year, monday) => {
  expect(holidaysOf(year)).toContain(monday);
});
