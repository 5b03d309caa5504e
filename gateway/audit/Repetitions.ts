/** An entry with those before it that have none of their own. */
export interface Repeated<T> {
  readonly entry: T;
  /** This one included. */
  readonly count: number;
}

interface Counting<T> {
  since: number;
  count: number;
  latest: T;
}

/** Keys that are counted apart; with more of them, the one counted longest goes on record sooner. */
const keysMax = 20_000;

/**
 * Entries that somebody can cause at will: of each key the first goes on record at once, those after it within a time are counted and
 * go on record as one. So nobody can fill the disk, and nothing is left out.
 */
export class Repetitions<T> {
  readonly windowMilliseconds: number;
  /** By when counting began. */
  readonly #counting = new Map<string, Counting<T>>();

  constructor(windowMilliseconds: number) {
    this.windowMilliseconds = windowMilliseconds;
  }

  /** What goes on record now, with what was counted before it; null where this one is only counted. */
  of(key: string, entry: T, now: number): Repeated<T> | null {
    const known = this.#counting.get(key);
    if (known !== undefined && now >= known.since && now < known.since + this.windowMilliseconds) {
      known.count += 1;
      known.latest = entry;
      return null;
    }
    this.#begin(key, entry, now);
    return { entry, count: (known?.count ?? 0) + 1 };
  }

  /** Whether something was counted that is not on record. */
  get isCounting(): boolean {
    return this.#counting.values().some(({ count }) => count > 0);
  }

  /** Takes what was counted and whose time is over. Must be put on record, or given back. @param now infinite: everything */
  take(now: number): readonly (Repeated<T> & { readonly key: string })[] {
    const due: (Repeated<T> & { readonly key: string })[] = [];
    for (const [key, { since, count, latest }] of this.#counting) {
      const isOver = now < since || now >= since + this.windowMilliseconds;
      if (!isOver && this.#counting.size <= keysMax) break;
      this.#counting.delete(key);
      if (count === 0) continue;
      due.push({ key, entry: latest, count });
      if (isOver && Number.isFinite(now)) this.#begin(key, latest, now);
    }
    return due;
  }

  /** Counts on where what was taken could not be put on record. */
  giveBack({ key, entry, count }: Repeated<T> & { readonly key: string }, now: number): void {
    const known = this.#counting.get(key);
    if (known === undefined) this.#counting.set(key, { since: now, count, latest: entry });
    else known.count += count;
  }

  #begin(key: string, latest: T, since: number): void {
    this.#counting.delete(key);
    this.#counting.set(key, { since, count: 0, latest });
  }
}
