import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { weekOf } from "../../../subgraphs/audit/sample/weekOf.ts";
import { access } from "../../gateway/audit/access.ts";
import { aGrant } from "../aGrant.ts";
import { grantEntries } from "../grantEntries.ts";
import { type AuditWorld, officer, openAuditWorld } from "./auditWorld.ts";

let world: AuditWorld;

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const sample = `query ($week: String!) { accessSample(week: $week) { week seed accesses { record { id } reviews { verdict reason reviewer } } } }`;
const review = `mutation ($input: ReviewAccessInput!) { reviewAccess(input: $input) { sampled { record { id } reviews { verdict reason reviewer } } } }`;

const ids = Array.from({ length: 60 }, (_, each) => `op-${each}`);
const inWeek = ids.map((id, each) => access(id, { at: new Date(Date.UTC(2026, 5, 8, 2 * each)).toISOString() }));
/** What cannot be drawn: another week, a refusal, the officer's own access, a person's question about itself. */
const others = [
  access("before", { at: "2026-06-07T23:59:59.999Z" }),
  access("after", { at: "2026-06-15T00:00:00.000Z" }),
  access("refused", { at: "2026-06-10T08:00:00.000Z", outcome: "REFUSED", refusalCode: "CASE_MISSING", subjects: [] }),
  access("officer", { at: "2026-06-10T08:00:00.000Z", office: "DPO_MUENSTER", subjects: [] }),
];

const reviewer = aGrant(
  "DPO_MUENSTER",
  [...grantEntries("SEE", ["ACCESS_RECORD"], ["ANY"], []), ...grantEntries("WRITE", ["ACCESS_REVIEW"], ["ANY"], [])],
  { role: "DATA_PROTECTION_OFFICER", purpose: "DATA_PROTECTION_CONTROL", person: "dpo-1" },
);

beforeAll(async () => {
  world = await openAuditWorld();
  await world.record("gateway-1", ...inWeek.slice(0, 30), ...others);
  await world.record("gateway-2", ...inWeek.slice(30));
});

afterAll(() => world.close());

/** The draw as docs/access-log.md tells it, from ids alone. */
function drawnByHand(): { seed: string; drawn: readonly string[] } {
  const seed = sha256(["2026-W24", ...ids.toSorted()].map((line) => `${line}\n`).join(""));
  const drawn = ids.toSorted((one, other) => (sha256(seed + one) < sha256(seed + other) ? -1 : 1)).slice(0, 20);
  return { seed, drawn };
}

async function drawn(): Promise<{ seed: string; drawn: readonly string[] }> {
  const { data } = await world.ask(sample, { week: "2026-W24" });
  const { seed, accesses } = data.accessSample;
  return { seed, drawn: accesses.map(({ record }: { record: { id: string } }) => record.id) };
}

test("The sample of a week is what anybody draws by hand from the ids in the log", async () => {
  expect(await drawn()).toEqual(drawnByHand());
});

test("However often the data protection officer asks, also in that week, the draw stays as it is", async () => {
  const before = await drawn();
  await world.record(
    "gateway-1",
    access("steering", { at: "2026-06-14T23:59:59.000Z", office: "DPO_MUENSTER", subjects: [] }),
  );
  expect(await drawn()).toEqual(before);
});

test("An access more in the week makes another draw, so the log is settled for an hour before", async () => {
  expect(() => weekOf("2026-W24", Date.parse("2026-06-15T00:59:59Z"))).toThrow("ended more than an hour ago");
  expect(weekOf("2026-W24", Date.parse("2026-06-15T01:00:00Z")).to).toBe("2026-06-15T00:00:00.000Z");
});

test.each([
  ["2026-W01", "2025-12-29"],
  ["2026-W53", "2026-12-28"],
  ["2020-W53", "2020-12-28"],
  ["2021-W01", "2021-01-04"],
])("%s begins on %s", (week, monday) => {
  expect(weekOf(week, Date.parse("2030-01-01")).from).toBe(`${monday}T00:00:00.000Z`);
});

test.each(["2025-W53", "2026-W00", "2026-W54", "2026-24", "", "2026-W24 "])("%j names no week", async (week) => {
  const { codes, messages } = await world.ask(sample, { week });
  expect([codes, messages]).toEqual([["INVALID_INPUT"], ["Name a week as 2026-W24."]]);
});

test("Accept, ask and escalate stand one below the other, each with reason and reviewer; a repetition stands once", async () => {
  const [record] = drawnByHand().drawn;
  const verdicts = ["ASK", "ASK", "ACCEPT", "ESCALATE"].map((verdict) => ({
    week: "2026-W24",
    record,
    verdict,
    reason: ` Grund für ${verdict}. `,
  }));
  let last: { data: { reviewAccess: { sampled: unknown } } } | null = null;
  for (const input of verdicts) last = await world.ask(review, { input }, reviewer);
  const reviews = ["ASK", "ACCEPT", "ESCALATE"].map((verdict) => ({
    verdict,
    reason: `Grund für ${verdict}.`,
    reviewer: "dpo-1",
  }));
  expect(last?.data.reviewAccess.sampled).toEqual({ record: { id: record }, reviews });
  await world.dropIndex();
  const { data } = await world.ask(sample, { week: "2026-W24" });
  expect(data.accessSample.accesses[0]).toEqual({ record: { id: record }, reviews });
});

test.each([
  [
    "an access that was not drawn",
    () => ({ record: ids.find((id) => !drawnByHand().drawn.includes(id)) }),
    "NOT_FOUND",
  ],
  ["an access that there is not", () => ({ record: "nothing" }), "NOT_FOUND"],
  ["a reason of two words", () => ({ reason: "Passt so" }), "INVALID_INPUT"],
])("A verdict is not kept for %s", async (_what, changes, code) => {
  const input = {
    week: "2026-W24",
    record: drawnByHand().drawn[1],
    verdict: "ACCEPT",
    reason: "Zweck und Grund tragen.",
    ...changes(),
  };
  const { codes } = await world.ask(review, { input }, reviewer);
  expect(codes).toEqual([code]);
});

test("Nobody reviews without the right to, nor without a name", async () => {
  const input = {
    week: "2026-W24",
    record: drawnByHand().drawn[1],
    verdict: "ACCEPT",
    reason: "Zweck und Grund tragen.",
  };
  for (const grant of [officer, { ...reviewer, person: null }])
    expect((await world.ask(review, { input }, grant)).codes).toEqual(["FIELD_NOT_GRANTED"]);
});

test("A page of reviews costs the same statements for one access as for twenty", async () => {
  const few = await world.statementsOf(() =>
    world.ask('{ accessSample(week: "2026-W23") { accesses { reviews { verdict } } } }'),
  );
  const many = await world.statementsOf(() =>
    world.ask('{ accessSample(week: "2026-W24") { accesses { reviews { verdict } } } }'),
  );
  expect([few, many]).toEqual([many, many]);
});
