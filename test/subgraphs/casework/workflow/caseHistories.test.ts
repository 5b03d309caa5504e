import { isDeepStrictEqual } from "node:util";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CaseEventKind } from "../../../../subgraphs/casework/codes.ts";
import { conductReportOrigin } from "../../../../subgraphs/casework/conductReportOrigin.ts";
import { officeOfRegion } from "../../../../subgraphs/casework/officeOfRegion.ts";
import { caseworkTables, socialConductReport } from "../../../../subgraphs/casework/tables.ts";
import { caseMachine } from "../../../../subgraphs/casework/workflow/caseMachine.ts";
import type { Transition } from "../../../../subgraphs/casework/workflow/Transition.ts";
import { type Chance, chance } from "../../../model/chance.ts";
import { today } from "../../today.ts";
import { aCase } from "../aCase.ts";
import { aPerson } from "../aPerson.ts";
import { askers } from "../askers.ts";
import { type CaseworkWorld, openCaseworkWorld } from "../caseworkWorld.ts";
import { mutate } from "../mutate.ts";
import { storedCase } from "../storedCase.ts";
import { type Attempt, attempt, attempted, type NaiveCase } from "./naiveCase.ts";

let world: CaseworkWorld;
beforeAll(async () => {
  world = await openCaseworkWorld();
});
afterAll(() => world.close());

const histories = 12;
const stepsEach = 24;
const prosecution = ["STA_R2700S", "STA_R2400S"] as const;
const coordination = ["RRK_MUENSTER", "RRK_KOELN"] as const;
const grants = {
  RRK_MUENSTER: askers.rrkMuenster,
  RRK_KOELN: askers.rrkKoeln,
  STA_R2700S: askers.staMuenster,
  STA_R2400S: askers.staDortmund,
};
const accepted = new Set<string>();

/** Whatever somebody might try: mostly the office in charge, mostly what can be done next, and mostly with what is needed. */
function draw(drawn: Chance, naive: NaiveCase, report: string): Attempt {
  const forward: Readonly<Record<NaiveCase["state"], readonly Attempt["mutation"][]>> = {
    PROPOSED: ["checkProposal"],
    CHECKED: ["decideAdmission"],
    AWAITING_CONFIRMATION: ["confirmDecision"],
    ADMITTED: ["addMeasure", "suspendCase", "closeCase"],
    SUSPENDED: ["resumeCase", "closeCase"],
    REJECTED: ["reopenCase"],
    CLOSED: ["reopenCase"],
  };
  const mutation = drawn.pick(drawn.happens(0.4) ? forward[naive.state] : attempted);
  const office =
    mutation === "answerConsent" ? drawn.pick(prosecution) : drawn.happens(0.85) ? naive.rrk : drawn.pick(coordination);
  const reason = drawn.happens(0.08) ? "zu kurz" : "Nach Prüfung der Akten im Einzelfall entschieden.";
  const parts = ["IDENTITY", "RESIDENCE_STATUS", "COMPETENCE", "GROUND_DOCUMENTED"];
  const inputs: Readonly<Record<Attempt["mutation"], object>> = {
    checkProposal: {
      present: drawn.happens(0.8) ? parts : parts.slice(1),
      confirmedReports: drawn.happens(0.6) ? [report] : [],
    },
    decideAdmission: { outcome: drawn.happens(0.7) ? "ADMIT" : "REJECT", reason },
    confirmDecision: { agrees: drawn.happens(0.7), reason },
    assignCase: { lead: `${office}-0${drawn.index(4)}` },
    handOverCase: { rrk: drawn.pick(coordination), reason },
    suspendCase: { reason },
    resumeCase: { reason },
    closeCase: { outcome: drawn.pick(["LEFT_VOLUNTARILY", "NOT_PURSUED"]), reason },
    reopenCase: { reason },
    addMeasure: { kind: "HEARING", office: "ABH_05554", dueOn: "2026-07-01" },
    requestConsent: { office: drawn.pick(prosecution), plannedMeasure: "EXPULSION_ORDER" },
    noteConsentNotRequired: {
      office: drawn.pick(prosecution),
      plannedMeasure: "EXPULSION_ORDER",
      proceedings: [{ provision: "§ 242 StGB" }],
      ...{ furtherProceedings: "NO", severalActs: "NO", protectedWitness: "NO" },
      complaintFiled: drawn.pick(["NO", "UNKNOWN"]),
    },
    setDeadline: { kind: "CASE_REVIEW", eventDay: today, length: 4, unit: "WEEK" },
    holdConference: { on: today, participants: ["ABH_05554"], agenda: ["Sachstand"], resolution: "Weiter beobachten." },
    answerConsent: { answer: drawn.pick(["GIVEN", "REFUSED"]) },
  };
  return { office, person: `${office}-0${drawn.index(3)}`, mutation, input: inputs[mutation] };
}

async function make(caseRef: string, { office, person, mutation, input }: Attempt): Promise<string | null> {
  const grant = { ...grants[office as keyof typeof grants], person };
  return (await mutate(world, grant, mutation, { caseRef, ...input })).code;
}

async function asStored(caseRef: string): Promise<NaiveCase> {
  const { record, events, measures, consents, relations } = await storedCase(world, caseRef);
  const decisions = await world.rows(
    sql`SELECT outcome, decided_by AS by, confirmation FROM casework.admission_decision WHERE case_ref = ${caseRef} ORDER BY position`,
  );
  const reports = await world.rows(
    sql`SELECT r.reviewed FROM casework.social_conduct_report AS r JOIN casework."case" USING (person_ref) WHERE case_ref = ${caseRef}`,
  );
  const holding = (kind: string) =>
    relations.filter((tie) => tie.kind === kind && (tie.until === null || String(tie.until) >= today));
  const own = holding("OWN_CASE").map(({ office }) => office);
  const zabs = holding("ADMITTED_CASE").map(({ office }) => office);
  const rrk = String(record?.rrk);
  expect({ caseRef, own }).toEqual({ caseRef, own: [rrk] });
  expect([[], [officeOfRegion("ZAB", rrk)]]).toContainEqual(zabs);
  const told = Map.groupBy(consents, ({ office }) => office as string);
  return {
    state: record?.state as NaiveCase["state"],
    ground: record?.ground as NaiveCase["ground"],
    rrk,
    zab: zabs.length > 0,
    lead: record?.lead as string | null,
    closingOutcome: record?.closing_outcome as string | null,
    events: events.map(({ kind }) => kind as CaseEventKind),
    decisions: decisions as unknown as NaiveCase["decisions"],
    conductConfirmed: reports.some(({ reviewed }) => reviewed === true),
    measures: measures.length,
    consents: Object.fromEntries([...told].map(([office, rows]) => [office, rows.map(({ state }) => String(state))])),
  };
}

/** Digest of what each table of casework holds of a case and its person, by table, and of the latest news of a case the offices that it is news to. */
async function contents(caseRef: string) {
  // Sums of working time are about no case.
  const { working_time: _, ...tables } = caseworkTables;
  const digests = Object.keys(tables).map(
    (table) =>
      `SELECT '${table}' AS name, md5(string_agg(t::text, ';' ORDER BY t.fact_id)) AS digest FROM casework."${table}" AS t
      WHERE person_ref = (SELECT person_ref FROM casework."case" WHERE case_ref = '${caseRef}')`,
  );
  const rows = await world.rows(sql.raw(digests.join(" UNION ALL ")));
  const [latest] = await world.rows(
    sql`SELECT occasion, tells FROM directory.news WHERE case_ref = ${caseRef} ORDER BY number DESC LIMIT 1`,
  );
  return { tables: new Map(rows.map(({ name, digest }) => [String(name), digest])), news: latest };
}

const written = new Map<string, Set<string>>();

/** Holds what a step changed to what the machine says that it writes and whom it tells. */
function holdToMachine(
  { mutation }: Attempt,
  { state }: NaiveCase,
  event: CaseEventKind | undefined,
  before: Awaited<ReturnType<typeof contents>>,
  after: Awaited<ReturnType<typeof contents>>,
): void {
  const [name, transition] =
    Object.entries<Transition>(caseMachine).find(
      ([, each]) => each.mutation === mutation && each.event === event && each.from?.includes(state),
    ) ?? [];
  if (name === undefined || transition === undefined) throw new Error(`No step of the machine: ${mutation} ${event}`);
  const changed = [...after.tables]
    .filter(([table, digest]) => before.tables.get(table) !== digest)
    .map(([table]) => table);
  expect({
    name,
    beside: changed.filter((table) => !(transition.writes as readonly string[]).includes(table)),
  }).toEqual({
    name,
    beside: [],
  });
  written.set(name, (written.get(name) ?? new Set()).union(new Set(changed)));
  expect(after.news?.occasion).not.toBe(before.news?.occasion);
  expect({ name, tells: after.news?.tells }).toEqual({ name, tells: transition.tells });
}

/** The result of one attempt after the other, codes in the order of `attempts`. */
function inTurn(before: NaiveCase, attempts: readonly Attempt[], order: readonly number[]) {
  const codes: (string | null)[] = [];
  let after = before;
  for (const index of order) {
    const result = attempt(after, attempts[index] as Attempt);
    codes[index] = result.code;
    after = result.after;
  }
  return { codes, after };
}

test.each(Array.from({ length: histories }, (_, seed) => seed))(
  "History %i: attempts by one and by two at once come out as the naive model says, and nothing is half done",
  async (seed) => {
    const drawn = chance(seed);
    const caseRef = `FM-2026-9${seed}`;
    const ground = drawn.pick(["OFFENCES", "SOCIAL_CONDUCT"] as const);
    const personRef = `P-HISTORY-${seed}`;
    await world.populate({ ...aPerson(personRef, aCase(caseRef, { ground })), conduct: "NONE" });
    const factId = `SC-HISTORY-${seed}`;
    const report = {
      ...conductReportOrigin("ABH_05554"),
      factId,
      personRef,
      sourceFileRef: "32-1/26",
      eventDate: "2026-02-01",
    };
    await world.store.owner.insert(socialConductReport).values({
      ...report,
      recordedAt: "2026-02-02T12:00:00Z",
      lastChangedAt: "2026-02-02T12:00:00Z",
      category: "THREAT",
      reviewed: false,
    });
    let naive = await asStored(caseRef);
    let held = await contents(caseRef);
    for (let step = 0; step < stepsEach; step += 1) {
      const attempts = Array.from({ length: drawn.happens(0.4) ? 2 : 1 }, () => draw(drawn, naive, factId));
      const codes = await Promise.all(attempts.map((each) => make(caseRef, each)));
      const stored = await asStored(caseRef);
      const orders =
        attempts.length === 1
          ? [[0]]
          : [
              [0, 1],
              [1, 0],
            ];
      const possible = orders.map((order) => inTurn(naive, attempts, order));
      const fits = possible.some((each) => isDeepStrictEqual(each, { codes, after: stored }));
      if (!fits) expect({ seed, step, attempts, codes, stored }).toEqual({ possible });
      for (const [index, { mutation }] of attempts.entries()) if (codes[index] === null) accepted.add(mutation);
      const now = await contents(caseRef);
      const [only] = attempts;
      if (only !== undefined && attempts.length === 1) {
        if (codes[0] === null) holdToMachine(only, naive, stored.events.at(-1), held, now);
        else expect(now).toEqual(held);
      }
      naive = stored;
      held = now;
    }
  },
);

test("What the machine says that a step writes, it wrote in some of them; a term of deletion is set on what there is", () => {
  const steps = Object.entries<Transition>(caseMachine).filter(([name]) => written.has(name));
  expect(steps.length).toBeGreaterThan(14);
  const setsTerms = ["reject", "confirmRejection", "reopenRejected"];
  const missing = steps.flatMap(([name, { writes }]) =>
    writes
      .filter((table) => !setsTerms.includes(name) && !written.get(name)?.has(table))
      .map((table) => `${name} ${table}`),
  );
  expect(missing).toEqual([]);
});

test("and every mutation was accepted in some of them", () => {
  expect([...accepted].sort()).toEqual([...attempted].sort());
});

test("Two deciders at once: one decides, the other is told, and a second person's two words are one", async () => {
  const caseRef = "FM-2026-777";
  await world.populate(aPerson("P-TWICE", aCase(caseRef, { state: "CHECKED", ground: "SOCIAL_CONDUCT" })));
  const reason = "Nach Prüfung der Akten im Einzelfall entschieden.";
  const by = (person: string, mutation: Attempt["mutation"], input: object) =>
    make(caseRef, { office: "RRK_MUENSTER", person, mutation, input: { reason, ...input } });
  const decided = await Promise.all([
    by("RRK_MUENSTER-01", "decideAdmission", { outcome: "ADMIT" }),
    by("RRK_MUENSTER-02", "decideAdmission", { outcome: "REJECT" }),
  ]);
  expect(decided.toSorted()).toEqual(["CONFLICT", null]);
  const confirmed = await Promise.all([
    by("RRK_MUENSTER-03", "confirmDecision", { agrees: true }),
    by("RRK_MUENSTER-04", "confirmDecision", { agrees: false }),
  ]);
  expect(confirmed.toSorted()).toEqual(["CONFLICT", null]);
  const { decisions } = await asStored(caseRef);
  expect(decisions).toHaveLength(1);
});
