import { offices } from "../offices.ts";
import { groupOffices } from "./groupOffices.ts";
import type { PolicyRecord, PolicyRight } from "./PolicyRecord.ts";

/** What some offices gain or lose. */
export interface PolicyChange {
  readonly effect: "GAINS" | "LOSES";
  /** Kind of office, or single offices by id. */
  readonly office: string;
  readonly role: string;
  readonly purpose: string;
  readonly action: PolicyRight["action"];
  readonly category: string;
  readonly when: string;
  /** Fact of the record on which alone it changes; null: on every record of the relation. */
  readonly where: string | null;
  readonly since: string | null;
  readonly until: string | null;
  /** Rules that give it, in the policy that has it. */
  readonly rules: readonly string[];
}

type Key = Pick<PolicyChange, "role" | "purpose" | "action" | "category" | "when">;
type Period = Pick<PolicyChange, "since" | "until">;
type Cell = Key & { readonly rights: readonly PolicyRight[] };

const dayMilliseconds = 86_400_000;

/** Who gains or loses what, from an old policy to a new one: by office, role, purpose, category, relation and days. */
export function comparePolicies(before: PolicyRecord, after: PolicyRecord): readonly PolicyChange[] {
  const changes = [...offices.values()].flatMap(({ id, kind }) => {
    const [old, now] = [cellsOf(before, id, kind), cellsOf(after, id, kind)];
    return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) =>
      changesOf(old.get(key), now.get(key)).map((change) => ({ office: id, change })),
    );
  });
  return groupOffices(changes).map(({ office, change }) => ({ ...change, office }));
}

function cellsOf(record: PolicyRecord, id: string, kind: string): ReadonlyMap<string, Cell> {
  const own = record.rights.filter(({ office }) => office === id || office === kind);
  const keyOf = ({ role, purpose, action, category, when }: PolicyRight): Key => ({
    role,
    purpose,
    action,
    category,
    when,
  });
  return new Map(
    [...Map.groupBy(own, (right) => JSON.stringify(keyOf(right)))].map(([key, rights]) => [
      key,
      { ...(JSON.parse(key) as Key), rights },
    ]),
  );
}

function changesOf(old: Cell | undefined, now: Cell | undefined): readonly Omit<PolicyChange, "office">[] {
  const cell = old ?? now;
  if (cell === undefined) return [];
  const { rights: _, ...key } = cell;
  const [had, has] = [old?.rights ?? [], now?.rights ?? []];
  const change = (
    effect: PolicyChange["effect"],
    period: Period,
    rights: readonly PolicyRight[],
    where: string | null,
  ) => ({
    effect,
    ...key,
    where,
    ...period,
    rules: [...new Set(rights.filter((right) => covers(right, period)).map(({ rule }) => rule))].sort(),
  });
  const periods = periodsOf([...had, ...has]);
  const both = periods.filter((period) => holds(had, period) && holds(has, period));
  const facts = (rights: readonly PolicyRight[], others: readonly PolicyRight[]) =>
    [...new Set(rights.flatMap(({ unless }) => unless))].filter(
      (fact) => !others.every(({ unless }) => unless.includes(fact)),
    );
  return [
    ...joined(periods.filter((period) => holds(has, period) && !holds(had, period))).map((each) =>
      change("GAINS", each, has, null),
    ),
    ...joined(periods.filter((period) => holds(had, period) && !holds(has, period))).map((each) =>
      change("LOSES", each, had, null),
    ),
    ...facts(had, has).flatMap((fact) => joined(both).map((each) => change("GAINS", each, has, fact))),
    ...facts(has, had).flatMap((fact) => joined(both).map((each) => change("LOSES", each, had, fact))),
  ];
}

/** All time, cut at every day on which one of the rights begins or ends. */
function periodsOf(rights: readonly PolicyRight[]): readonly Period[] {
  const starts = rights.flatMap(({ since, until }) => [since, until === null ? null : dayBeside(until, 1)]);
  const cuts = [...new Set(starts.filter((day) => day !== null))].sort();
  return [null, ...cuts].map((since, index) => {
    const next = cuts[index];
    return { since, until: next === undefined ? null : dayBeside(next, -1) };
  });
}

function holds(rights: readonly PolicyRight[], period: Period): boolean {
  return rights.some((right) => covers(right, period));
}

function covers(right: Period, { since, until }: Period): boolean {
  return (
    (right.since === null || (since !== null && right.since <= since)) &&
    (right.until === null || (until !== null && until <= right.until))
  );
}

/** Periods that follow one another, as one. */
function joined(periods: readonly Period[]): readonly Period[] {
  const runs: Period[] = [];
  for (const period of periods) {
    const last = runs.at(-1);
    const follows = last?.until != null && period.since === dayBeside(last.until, 1);
    if (follows) runs.splice(-1, 1, { since: last.since, until: period.until });
    else runs.push(period);
  }
  return runs;
}

function dayBeside(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMilliseconds).toISOString().slice(0, 10);
}
