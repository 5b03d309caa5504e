import { type RecordedUse, type Replay, type ReplayEffect, replayAccess } from "./replayAccess.ts";

/** An access as the log has it, with those who acted and were concerned. */
export interface RecordedAccess extends RecordedUse {
  readonly actor: string;
  /** Data subjects, by the tokens of their shard, and the coordinates disclosed of each. */
  readonly subjects: readonly { readonly token: string; readonly coordinates: ReadonlySet<string> }[];
}

/** What becomes of one field in the work of one kind of asker. Numbers alone: nobody's work is told by name. */
export interface SimulatedChange {
  readonly office: string;
  readonly role: string;
  readonly purpose: string;
  readonly coordinate: string;
  readonly effect: ReplayEffect;
  readonly accesses: number;
  /** Persons acting, and data subjects: each once for each shard. */
  readonly staff: number;
  readonly persons: number;
}

/** What a draft makes of all of these accesses. */
export interface Simulation {
  readonly replayed: number;
  readonly changed: number;
  readonly simulated: readonly SimulatedChange[];
}

/** Replays accesses against a draft: whose real work would break, and who would have seen more. */
export function simulate(accesses: readonly RecordedAccess[], replay: Replay): Simulation {
  const found = accesses.flatMap((access) => replayAccess(access, replay).map((each) => ({ ...each, access })));
  const keyOf = ({ access: { office, role, purpose }, coordinate, effect }: (typeof found)[number]) =>
    JSON.stringify([office, role, purpose, coordinate, effect]);
  const simulated = [...Map.groupBy(found, keyOf)]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, of]): SimulatedChange => {
      const [office, role, purpose, coordinate, effect] = JSON.parse(key);
      const persons = new Set(of.flatMap(({ access }) => personsOf(access, coordinate)));
      const staff = new Set(of.map(({ access }) => access.actor)).size;
      return { office, role, purpose, coordinate, effect, accesses: of.length, staff, persons: persons.size };
    });
  return { replayed: accesses.length, changed: new Set(found.map(({ access }) => access)).size, simulated };
}

/** Data subjects of whom the coordinate was disclosed; of what was only tested or withheld, those of the whole access. */
function personsOf({ subjects }: RecordedAccess, coordinate: string): readonly string[] {
  const isDisclosed = subjects.some(({ coordinates }) => coordinates.has(coordinate));
  return subjects.filter(({ coordinates }) => !isDisclosed || coordinates.has(coordinate)).map(({ token }) => token);
}
