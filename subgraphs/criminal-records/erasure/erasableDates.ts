import { addMonths } from "../../shell/calendar/addMonths.ts";
import type { RegisterPosition } from "./erasureTable.ts";
import { latestDay } from "./latestDay.ts";
import type { RegisterEntry } from "./RegisterEntry.ts";
import { ripeFrom } from "./ripeFrom.ts";
import { termOver } from "./termOver.ts";

/** Comes before every other day. */
const fromEver = "0001-01-01";

/**
 * First day on which each final entry of a person's register is to be erased, as the register stands on a date (§ 47 BZRG).
 * Entries that are not final on that date are not in the register and not in the result.
 *
 * A later conviction holds an entry (§ 47 (3)) only if its first judgment falls before the entry was ripe and it became
 * final before the entry was removed, one year after ripeness (§ 45 (2)). What was once to be erased is not brought back by
 * a judgment that came afterwards. The wording of § 47 (3) would also allow the stricter reading that a judgment within that
 * year holds the entry; § 51 (1) speaks for this one, which is the milder.
 *
 * @param register the whole register of one person, in any order
 * @returns entry → day; null: never, or not before enforcement is settled
 */
export function erasableDates<E extends RegisterEntry>(
  register: readonly E[],
  date: string,
): ReadonlyMap<E, string | null> {
  const dates = new Map<E, string | null>();
  let standing: readonly E[] = [];
  for (const entry of entered(register, date)) {
    const soFar = erasableTogether(standing, date);
    for (const [older, erasable] of soFar) if (isGone(erasable, entry)) dates.set(older, erasable);
    standing = [...standing.filter((older) => !dates.has(older)), entry];
  }
  for (const [entry, erasable] of erasableTogether(standing, date)) dates.set(entry, erasable);
  return dates;
}

function entered<E extends RegisterEntry>(register: readonly E[], date: string): readonly E[] {
  return register
    .filter(({ finalOn }) => finalOn !== null && finalOn <= date)
    .toSorted((left, right) => left.firstJudgmentOn.localeCompare(right.firstJudgmentOn));
}

function isGone(erasable: string | null, later: RegisterEntry): boolean {
  if (erasable === null || later.finalOn === null) return false;
  return erasable <= later.firstJudgmentOn || addMonths(erasable, 12) <= later.finalOn;
}

/** § 47 (3) sentence 1 BZRG: no entry is to be erased before all are ripe. */
function erasableTogether<E extends RegisterEntry>(entries: readonly E[], date: string): ReadonlyMap<E, string | null> {
  const positions = entries.map((entry) => ({ entry, others: entries.filter((other) => other !== entry), date }));
  return new Map(
    positions.map((position) => {
      const held = positions.filter((other) => other !== position).map(holdsOthersUntil);
      return [position.entry, latestDay([ripeFrom(position), ...held])] as const;
    }),
  );
}

/** § 47 (3) sentence 2 BZRG: a licence ban for ever holds others by its own penalty alone. */
function holdsOthersUntil(position: RegisterPosition): string | null {
  const { entry } = position;
  if (!entry.measures.includes("LICENCE_BAN_FOR_EVER")) return ripeFrom(position);
  if (entry.penalty === "NONE") return fromEver;
  return termOver(position);
}
