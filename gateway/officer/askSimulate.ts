import type { PolicyDemand, PolicyRecord } from "../../schema/policyRecord/PolicyRecord.ts";
import type { Answer } from "./Answer.ts";
import type { AskedPolicy, OfficerDesk } from "./OfficerDesk.ts";
import { type RecordedAccess, recordedAccesses } from "./recordedAccesses.ts";
import { type ReplayEffect, replayAccess } from "./replayAccess.ts";

/** Which accesses are replayed, and when. */
export interface SimulationQuestion {
  /** First day of the accesses, `YYYY-MM-DD` (UTC). */
  readonly since: string;
  /** Date of the question for all of them; null: that of each access. */
  readonly date: string | null;
}

/** What becomes of one field in the work of one kind of asker. Numbers alone: nobody's work is told by name. */
interface Simulated {
  readonly office: string;
  readonly role: string;
  readonly purpose: string | null;
  readonly coordinate: string;
  readonly effect: ReplayEffect;
  readonly accesses: number;
  readonly staff: number;
  readonly persons: number;
}

const words: Readonly<Record<ReplayEffect, string>> = {
  REFUSED: "would have been refused, with all that was asked beside it:",
  WITHHELD: "would not have been shown:",
  DEPENDS: "would have been shown on some records only:",
  SEEN: "was withheld and would have been shown:",
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
  const demands = ownDemands(desk.record);
  const found = accesses.flatMap((access) =>
    replayAccess(access, {
      draft: draft.policy,
      inForce: desk.policy,
      demands,
      date: date ?? access.operation.questionDate,
    }).map((each) => ({ ...each, access })),
  );
  const keyOf = ({ access: { operation }, coordinate, effect }: (typeof found)[number]) =>
    JSON.stringify([operation.office, operation.role, operation.purpose, coordinate, effect]);
  const simulated = [...Map.groupBy(found, keyOf)].map(([key, of]): Simulated => {
    const [office, role, purpose, coordinate, effect] = JSON.parse(key);
    const persons = new Set(of.flatMap(({ access }) => personsOf(access, coordinate)));
    const staff = new Set(of.map(({ access }) => access.operation.actor)).size;
    return { office, role, purpose, coordinate, effect, accesses: of.length, staff, persons: persons.size };
  });
  const changed = new Set(found.map(({ access }) => access)).size;
  return {
    text: textOf(accesses.length, changed, simulated, desk, draft, since),
    json: {
      since,
      inForce: desk.record.version,
      draft: draft.record.version,
      replayed: accesses.length,
      changed,
      simulated,
    },
  };
}

function ownDemands({ fields }: PolicyRecord): ReadonlyMap<string, readonly PolicyDemand[]> {
  return new Map(fields.flatMap(({ coordinate, inherits, ways }) => (inherits ? [] : [[coordinate, ways.flat()]])));
}

/** Data subjects of whom the coordinate was disclosed; of what was only tested or withheld, those of the whole access. */
function personsOf({ subjects }: RecordedAccess, coordinate: string): readonly string[] {
  const isDisclosed = subjects.some(({ coordinates }) => coordinates.has(coordinate));
  return subjects.filter(({ coordinates }) => !isDisclosed || coordinates.has(coordinate)).map(({ token }) => token);
}

function textOf(
  replayed: number,
  changed: number,
  simulated: readonly Simulated[],
  desk: OfficerDesk,
  draft: AskedPolicy,
  since: string,
): string {
  const heading = `Draft ${draft.record.version} on the accesses recorded since ${since} (policy in force: ${desk.record.version})`;
  const askers = Map.groupBy(
    simulated,
    ({ office, role, purpose }) => `${office} ${role} for ${purpose ?? "no purpose"}`,
  );
  const blocks = [...askers]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([asker, of]) => `\n${asker}\n${effectsOf(of)}`);
  return `${heading}\n${changed} of ${replayed} accesses would have been answered otherwise.\n${blocks.join("")}`;
}

function effectsOf(simulated: readonly Simulated[]): string {
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
