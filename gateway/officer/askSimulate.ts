import type { ReplayEffect } from "../../schema/policyRecord/replayAccess.ts";
import { type SimulatedChange, type Simulation, simulate } from "../../schema/policyRecord/simulate.ts";
import type { Answer } from "./Answer.ts";
import type { AskedPolicy, OfficerDesk } from "./OfficerDesk.ts";
import { recordedAccesses } from "./recordedAccesses.ts";

/** Which accesses are replayed, and when. */
export interface SimulationQuestion {
  /** First day of the accesses, `YYYY-MM-DD` (UTC). */
  readonly since: string;
  /** Date of the question for all of them; null: that of each access. */
  readonly date: string | null;
}

const words: Readonly<Record<ReplayEffect, string>> = {
  REFUSED: "would have been refused, with all that was asked beside it:",
  WITHHELD: "would not have been shown:",
  DEPENDS: "would have been shown on some records only:",
  SEEN: "was withheld or refused, and would have been shown:",
};

/**
 * Replays the recorded accesses against a draft: whose real work would break, and who would have seen more. The log names
 * fields, rules and data subjects, not the relation that held; where that decides, the answer says so.
 *
 * @throws Mistaken where the log cannot be read or does not verify
 */
export async function askSimulate(
  desk: OfficerDesk,
  draft: AskedPolicy,
  { since, date }: SimulationQuestion,
): Promise<Answer> {
  const accesses = await recordedAccesses(desk.logFolder, since);
  const simulation = simulate(accesses, { draft: draft.record, inForce: desk.record, date });
  return {
    text: textOf(simulation, desk, draft, since),
    json: { since, inForce: desk.record.version, draft: draft.record.version, ...simulation },
  };
}

function textOf(
  { replayed, changed, simulated }: Simulation,
  desk: OfficerDesk,
  draft: AskedPolicy,
  since: string,
): string {
  const heading = `Draft ${draft.record.version} on the accesses recorded since ${since} (policy in force: ${desk.record.version})`;
  const askers = Map.groupBy(simulated, ({ office, role, purpose }) => `${office} ${role} for ${purpose}`);
  const blocks = [...askers]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([asker, of]) => `\n${asker}\n${effectsOf(of)}`);
  return `${heading}\n${changed} of ${replayed} accesses would have been answered otherwise.\n${blocks.join("")}`;
}

function effectsOf(simulated: readonly SimulatedChange[]): string {
  return (Object.keys(words) as ReplayEffect[])
    .map((effect) => simulated.filter((each) => each.effect === effect))
    .filter((of) => of.length > 0)
    .map((of) => {
      const lines = of
        .toSorted((left, right) => (left.coordinate < right.coordinate ? -1 : 1))
        .map(
          ({ coordinate, accesses, staff, persons }) =>
            `    ${coordinate}: ${accesses} accesses by ${staff} staff, ${persons} persons\n`,
        );
      return `  ${words[of[0]?.effect ?? "SEEN"]}\n${lines.join("")}`;
    })
    .join("");
}
