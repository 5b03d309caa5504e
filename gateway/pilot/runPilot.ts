import type { DemonstrationIssuer } from "../identity/demonstrationIssuer.ts";
import type { RunningGateway } from "../startGateway.ts";
import { carryOut, type Stage } from "./carryOut.ts";
import { Journal } from "./Journal.ts";
import { PilotClient } from "./PilotClient.ts";
import { PilotStaff } from "./PilotStaff.ts";
import type { PlannedCase } from "./PlannedCase.ts";
import type { RunningCase } from "./RunningCase.ts";

/**
 * Plays a plan against a gateway, day by day: the date of the question moves, and what falls on the day is done one after the other.
 *
 * @param onProgress is told the acts done
 * @returns what it came to
 * @throws Error where a request is at fault, or the system
 */
export async function runPilot(
  gateway: Pick<RunningGateway, "url" | "moveDate">,
  issuer: DemonstrationIssuer,
  plan: readonly PlannedCase[],
  onProgress: (done: number, total: number) => void,
): Promise<Journal> {
  const journal = new Journal();
  const stage: Stage = { client: new PilotClient(gateway.url), staff: new PilotStaff(issuer), journal };
  const running = plan.map(
    (each): RunningCase => ({
      plan: each,
      caseRef: null,
      rrk: each.rrk,
      state: null,
      decidedBy: null,
      openMeasure: null,
    }),
  );
  const agenda = running.flatMap((each) => each.plan.acts.map((planned) => ({ each, planned })));
  const days = Map.groupBy(agenda, ({ planned }) => planned.day);
  let done = 0;
  for (const day of [...days.keys()].sort()) {
    await gateway.moveDate(day);
    for (const { each, planned } of days.get(day) ?? []) {
      await carryOut(stage, each, planned);
      done += 1;
      onProgress(done, agenda.length);
    }
  }
  return journal;
}
