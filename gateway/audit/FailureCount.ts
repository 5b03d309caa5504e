import type { FailedIdentification } from "./AccessEntry.ts";
import type { CountedFailure } from "./CountedFailure.ts";

/** Time in which failures of one code have one entry, so that nobody without a token can fill the disk. */
const windowMilliseconds = 1_000;

/** Counts failed identifications that have no entry of their own. */
export class FailureCount {
  readonly #codes = new Map<string, { since: number; count: number }>();

  /** What goes on record now, with what was counted before it; null where this one is only counted. */
  of(failure: FailedIdentification, now: number): CountedFailure | null {
    const known = this.#codes.get(failure.code);
    if (known !== undefined && now >= known.since && now < known.since + windowMilliseconds) {
      known.count += 1;
      return null;
    }
    this.#codes.set(failure.code, { since: now, count: 0 });
    return { ...failure, count: (known?.count ?? 0) + 1 };
  }
}
