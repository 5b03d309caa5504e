import { offices } from "../../schema/offices.ts";
import { addDays } from "../../subgraphs/shell/calendar/addDays.ts";
import type { Act } from "./acts.ts";
import type { Journal } from "./Journal.ts";
import type { OperationName } from "./operations.ts";
import type { PilotAnswer, PilotClient } from "./PilotClient.ts";
import type { PilotStaff } from "./PilotStaff.ts";
import type { PlannedAct } from "./PlannedCase.ts";
import { pilotRrk } from "./planPilot.ts";
import type { RunningCase } from "./RunningCase.ts";

/** Who acts, and through what. */
export interface Stage {
  readonly client: PilotClient;
  readonly staff: PilotStaff;
  readonly journal: Journal;
}

type Post = "caseworker" | "lead" | "prosecutor";

/** One act that is being carried out. */
interface Turn extends Stage {
  readonly running: RunningCase;
  readonly caseRef: string;
  readonly planned: PlannedAct;
}

const reason = "Simulierter Schritt des Pilotprojekts, frei erfunden.";

/** States in which an act is tried; in others it has lost its point, and nothing is asked. */
const statesOf: Readonly<Record<Exclude<Act, "propose">, readonly string[]>> = {
  check: ["PROPOSED"],
  handOver: ["CHECKED"],
  decide: ["CHECKED"],
  confirm: ["AWAITING_CONFIRMATION"],
  assign: ["ADMITTED"],
  conference: ["ADMITTED"],
  addMeasure: ["ADMITTED"],
  reportMeasure: ["ADMITTED", "SUSPENDED"],
  requestConsent: ["ADMITTED"],
  answerConsent: ["ADMITTED", "SUSPENDED"],
  setDeadline: ["ADMITTED"],
  suspend: ["ADMITTED"],
  resume: ["SUSPENDED"],
  close: ["ADMITTED", "SUSPENDED"],
};

/**
 * Carries out one act by the front door and notes in the case what became of it.
 *
 * @throws Error where the request itself is at fault, or the system
 */
export async function carryOut(stage: Stage, running: RunningCase, planned: PlannedAct): Promise<void> {
  const { act } = planned;
  if (act === "propose") return propose(stage, running, planned);
  const { caseRef, state } = running;
  if (caseRef === null || state === null || !statesOf[act].includes(state)) return;
  await turns[act]({ ...stage, running, caseRef, planned });
}

async function propose(stage: Stage, running: RunningCase, { day, member }: PlannedAct): Promise<void> {
  const { personRef, proposer, ground } = running.plan;
  const events = [{ date: day, category: "PUBLIC_ORDER", fileRef: `SIM-${personRef.slice(2)}` }];
  const answer = await stage.client.ask(
    stage.staff.member(proposer.office, "caseworker", member),
    { purpose: "RESIDENCE_PROCEDURE", caseRef: proposer.fileRef },
    "propose",
    { input: { personRef, ground, reason, rrk: running.rrk, ...(ground === "SOCIAL_CONDUCT" ? { events } : {}) } },
  );
  stage.journal.note("propose", answer.refusal);
  running.caseRef = answer.data?.proposeCase?.case?.caseRef ?? null;
  running.state = running.caseRef === null ? null : "PROPOSED";
}

const turns: Readonly<Record<Exclude<Act, "propose">, (turn: Turn) => Promise<void>>> = {
  async check(turn) {
    const { running, planned } = turn;
    if (running.rrk === pilotRrk) await assess(turn);
    const file = await ask(turn, "caseworker", "file", {});
    const reports: readonly { id: string }[] = file.data?.case?.person?.socialConductReports ?? [];
    const present = ["IDENTITY", "RESIDENCE_STATUS", "COMPETENCE", "GROUND_DOCUMENTED"];
    const confirmed = running.plan.ground === "SOCIAL_CONDUCT" ? { confirmedReports: reports.map(({ id }) => id) } : {};
    await step(
      turn,
      "caseworker",
      "check",
      "CASE_ADMISSION",
      { present, ...confirmed, ...minutesOf(planned) },
      "CHECKED",
    );
  },

  async decide(turn) {
    const { running, planned } = turn;
    const { plan } = running;
    const seen = running.rrk === pilotRrk ? await seenBand(turn) : null;
    const suggested =
      seen === null ? plan.ownOutcome : ["PRIORITY", "REGULAR"].includes(seen.band) ? "ADMIT" : "REJECT";
    const other = suggested === "ADMIT" ? "REJECT" : "ADMIT";
    const outcome = seen === null || plan.followsBand ? suggested : other;
    const grounds = seen === null ? {} : { seenAssessment: seen.id, followsBand: plan.followsBand };
    const after =
      plan.ground === "SOCIAL_CONDUCT" ? "AWAITING_CONFIRMATION" : outcome === "ADMIT" ? "ADMITTED" : "REJECTED";
    running.decidedBy = planned.member;
    await step(turn, "lead", "decide", "CASE_ADMISSION", { outcome, reason, ...grounds, ...minutesOf(planned) }, after);
  },

  async confirm(turn) {
    // The neighbour of who decided: four eyes.
    const member = (turn.running.decidedBy ?? 0) + 1;
    const given = { ...turn, planned: { ...turn.planned, member } };
    await step(given, "lead", "confirm", "CASE_ADMISSION", { agrees: true, reason, ...minutesOf(turn.planned) }, null);
  },

  async assign(turn) {
    const lead = turn.staff.member(turn.running.rrk, "caseworker", turn.planned.member).person;
    await step(turn, "lead", "assign", "CASE_MANAGEMENT", { lead, ...minutesOf(turn.planned) }, "ADMITTED");
  },

  async handOver(turn) {
    const { running, planned } = turn;
    const { successor } = running.plan;
    if (successor === null) return;
    const done = await step(
      turn,
      "lead",
      "handOver",
      "CASE_ADMISSION",
      { rrk: successor, reason, ...minutesOf(planned) },
      "CHECKED",
    );
    if (done) running.rrk = successor;
  },

  async conference(turn) {
    const { running, planned } = turn;
    const input = {
      on: planned.day,
      participants: [running.rrk, running.plan.proposer.office],
      agenda: ["Stand des Verfahrens", "Nächste Schritte"],
      resolution: reason,
    };
    await step(turn, "caseworker", "conference", "CASE_MANAGEMENT", { ...input, ...minutesOf(planned) }, null);
  },

  async addMeasure(turn) {
    const { running, planned } = turn;
    const region = offices.get(running.rrk)?.region ?? null;
    const zab = [...offices.values()].find((office) => office.kind === "ZAB" && office.region === region)?.id;
    const input = { kind: "SUBSTITUTE_DOCUMENT", office: zab ?? running.rrk, dueOn: addDays(planned.day, 45) };
    const answer = await ask(
      turn,
      "caseworker",
      "addMeasure",
      { input: { caseRef: turn.caseRef, ...input, ...minutesOf(planned) } },
      "CASE_MANAGEMENT",
    );
    turn.journal.note("addMeasure", answer.refusal);
    const measures: readonly { id: string; state: string }[] = answer.data?.addMeasure?.case?.measures ?? [];
    running.openMeasure = measures.find(({ state }) => state === "OPEN")?.id ?? null;
  },

  async reportMeasure(turn) {
    const { running } = turn;
    if (running.openMeasure === null) return;
    const region = offices.get(running.rrk)?.region ?? null;
    const zab = [...offices.values()].find((office) => office.kind === "ZAB" && office.region === region)?.id;
    const answer = await turn.client.ask(
      turn.staff.member(zab ?? running.rrk, "caseworker", turn.planned.member),
      { purpose: "RETURN_EXECUTION", caseRef: turn.caseRef },
      "reportMeasure",
      { input: { caseRef: turn.caseRef, measure: running.openMeasure, state: "DONE" } },
    );
    turn.journal.note("reportMeasure", answer.refusal);
  },

  async requestConsent(turn) {
    const input = { office: turn.running.plan.prosecution, plannedMeasure: "REMOVAL_PREPARATION" };
    await step(turn, "caseworker", "requestConsent", "CASE_MANAGEMENT", { ...input, ...minutesOf(turn.planned) }, null);
  },

  async answerConsent(turn) {
    const { plan } = turn.running;
    const answer = await turn.client.ask(
      turn.staff.member(plan.prosecution, "prosecutor", turn.planned.member),
      { purpose: "CRIMINAL_PROSECUTION", caseRef: turn.caseRef },
      "answerConsent",
      { input: { caseRef: turn.caseRef, answer: plan.consentGiven ? "GIVEN" : "REFUSED" } },
    );
    turn.journal.note("answerConsent", answer.refusal);
  },

  async setDeadline(turn) {
    const input = { kind: "CASE_REVIEW", eventDay: turn.planned.day, length: 3, unit: "MONTH" };
    await step(turn, "caseworker", "setDeadline", "CASE_MANAGEMENT", { ...input, ...minutesOf(turn.planned) }, null);
  },

  suspend: (turn) => course(turn, "caseworker", "suspend", {}, "SUSPENDED"),
  resume: (turn) => course(turn, "caseworker", "resume", {}, "ADMITTED"),
  close: (turn) => course(turn, "lead", "close", { outcome: turn.running.plan.closingOutcome }, "CLOSED"),
};

async function course(turn: Turn, post: Post, act: Act & OperationName, input: object, after: string): Promise<void> {
  await step(turn, post, act, "CASE_MANAGEMENT", { ...input, reason, ...minutesOf(turn.planned) }, after);
}

/** Has IRIS assess the case and keeps what it said for the file. Where the case was drawn for it, the own estimate comes first. */
async function assess(turn: Turn): Promise<void> {
  const read = await withEstimate(turn, "caseworker", "assess");
  const seal: string | undefined = read.data?.case?.person?.assessment?.seal;
  turn.journal.note("assess", read.refusal);
  if (seal === undefined) return;
  const kept = await ask(turn, "caseworker", "keep", { input: { caseRef: turn.caseRef, seal } });
  turn.journal.note("keep", kept.refusal);
}

/** The latest assessment that the decider may see, where it has a band. */
async function seenBand(turn: Turn): Promise<{ readonly id: string; readonly band: string } | null> {
  const { data } = await withEstimate(turn, "lead", "recorded");
  const kept = data?.case?.recordedAssessments?.at(-1);
  return kept?.assessment?.band ? { id: kept.id, band: kept.assessment.band } : null;
}

async function withEstimate(turn: Turn, post: Post, name: OperationName): Promise<PilotAnswer> {
  const first = await ask(turn, post, name, {});
  if (first.refusal !== "CONFLICT") return first;
  const input = {
    caseRef: turn.caseRef,
    band: turn.running.plan.ownOutcome === "ADMIT" ? "PRIORITY" : "REGULAR",
    reason,
  };
  const estimate = await ask(turn, post, "estimate", { input });
  turn.journal.note("estimate", estimate.refusal);
  return ask(turn, post, name, {});
}

/** @returns whether it was taken; then the case stands in the state that the answer tells, or else in `after` */
async function step(
  turn: Turn,
  post: Post,
  act: Act & OperationName,
  purpose: string,
  input: object,
  after: string | null,
): Promise<boolean> {
  const { data, refusal } = await ask(turn, post, act, { input: { caseRef: turn.caseRef, ...input } }, purpose);
  turn.journal.note(act, refusal);
  if (refusal !== null && data === null) return false;
  const [payload] = Object.values((data ?? {}) as Record<string, { case?: { state?: string } | null } | null>);
  if (payload === null || payload === undefined) return false;
  turn.running.state = payload.case?.state ?? after ?? turn.running.state;
  return true;
}

function ask(
  { client, staff, running, caseRef, planned }: Turn,
  post: Post,
  name: OperationName,
  variables: Readonly<Record<string, unknown>>,
  purpose = "CASE_ADMISSION",
): Promise<PilotAnswer> {
  const member = staff.member(running.rrk, post, planned.member);
  return client.ask(member, { purpose, caseRef }, name, { caseRef, ...variables });
}

function minutesOf({ minutes }: PlannedAct): { readonly workingMinutes?: number } {
  return minutes === null ? {} : { workingMinutes: minutes };
}
