import { GatewayError } from "../errors.ts";

/** Person in an office, and what for: each has a count of its own. */
export interface CountedFor {
  readonly office: string;
  /** Staff id; of a data subject that asks for itself its reference. */
  readonly person: string;
  readonly purpose: string;
}

/** Length of the window in milliseconds. */
const hour = 3_600_000;

/** Counts that are kept before those that hold nothing any more are looked for. */
const countsBeforeSweep = 1_000;

/** What a ceiling bounds: the name of its limit, and what is counted, in words. */
export interface Counted {
  readonly limit: "personsAnHourMax" | "casesAnHourMax";
  readonly words: "persons" | "cases";
}

/**
 * Counts the distinct persons, or cases, that one person-in-office was shown or asked for, by purpose, within the last hour. What is
 * counted is known to the requester alone: hidden matches never are, or the ceiling would tell of them.
 */
export class HourlyCeilings {
  readonly #counted: Counted;
  readonly #allowed: (purpose: string) => number;
  /** Key → reference → when last, milliseconds since 1970, the latest at the end. */
  readonly #counts = new Map<string, Map<string, number>>();
  #sweepAt = countsBeforeSweep;

  /** @param allowed distinct references an hour for a purpose */
  constructor(counted: Counted, allowed: (purpose: string) => number) {
    this.#counted = counted;
    this.#allowed = allowed;
  }

  /**
   * Counts these references, all or none of them.
   *
   * @param now milliseconds since 1970
   * @param expected further ones that must fit, and are not counted yet
   * @throws GatewayError CEILING_REACHED when they would be too many
   */
  admit(who: CountedFor, references: Iterable<string>, now: number, expected = 0): void {
    const counted = this.#countOf(who, now);
    const further = [...new Set(references)].filter((each) => !counted.has(each));
    const allowed = this.#allowed(who.purpose);
    if (counted.size + further.length + expected > allowed && further.length + expected > 0) {
      const { limit, words } = this.#counted;
      throw new GatewayError(
        "CEILING_REACHED",
        `This would be more than ${allowed} ${words} within an hour for this purpose. Nothing was disclosed. Ask again later; the refusal is on record.`,
        { limit, allowed },
      );
    }
    this.count(who, references, now);
  }

  /** Counts these references, however many they are: for what has happened already. */
  count(who: CountedFor, references: Iterable<string>, at: number): void {
    const counted = this.#countOf(who, at);
    for (const reference of references) {
      const last = Math.max(at, counted.get(reference) ?? at);
      counted.delete(reference);
      counted.set(reference, last);
    }
    if (counted.size > 0) this.#counts.set(keyOf(who), counted);
    if (this.#counts.size > this.#sweepAt) this.#sweep(at);
  }

  #countOf(who: CountedFor, now: number): Map<string, number> {
    const counted = this.#counts.get(keyOf(who)) ?? new Map<string, number>();
    for (const [reference, at] of counted) {
      if (at > now - hour) break;
      counted.delete(reference);
    }
    return counted;
  }

  #sweep(now: number): void {
    for (const [key, counted] of this.#counts) {
      if ([...counted.values()].every((at) => at <= now - hour)) this.#counts.delete(key);
    }
    this.#sweepAt = Math.max(countsBeforeSweep, 2 * this.#counts.size);
  }
}

function keyOf({ office, person, purpose }: CountedFor): string {
  return JSON.stringify([office, person, purpose]);
}
