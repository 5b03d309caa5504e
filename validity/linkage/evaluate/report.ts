import { errorClasses } from "../generator/errorClasses.ts";
import { origins } from "../origins.ts";
import type { Evaluation, Judged } from "./evaluateFile.ts";
import type { Measured } from "./Measured.ts";
import { measure } from "./measure.ts";
import { type Outcome, outcomes, type Tally } from "./Outcome.ts";

/** What an evaluation came to, as it is printed and kept. */
export interface Report {
  readonly command: string;
  readonly seed: number;
  readonly persons: number;
  /** Seed of the file that the weights were estimated from. */
  readonly estimatedFromSeed: number;
  readonly pairs: number;
  readonly pairsPerSecond: number;
  readonly pairsPerDescription: number;
  readonly notCompared: number;
  readonly candidatesPerQuestion: number | null;
  readonly all: Measured;
  readonly byError: Readonly<Record<string, Measured>>;
  readonly byOrigin: Readonly<Record<string, Measured>>;
  /** The same for descriptions in which something is wrong with the writing of a name, where origin could matter most. */
  readonly transliteratedByOrigin: Readonly<Record<string, Measured>>;
}

/** @param about what was asked for */
export function report(
  { judged, pairs, milliseconds, notCompared, shown }: Evaluation,
  about: Pick<Report, "command" | "seed" | "persons" | "estimatedFromSeed">,
): Report {
  const questions = judged.filter(({ outcome }) => outcome.startsWith("ASK")).length;
  const rewritten = judged.filter(({ error }) => error === "TRANSLITERATION" || error === "DIACRITICS");
  return {
    ...about,
    pairs,
    pairsPerSecond: Math.round(pairs / (milliseconds / 1000)),
    pairsPerDescription: pairs / judged.length,
    notCompared,
    candidatesPerQuestion: questions === 0 ? null : shown / questions,
    all: measure(tallied(judged)),
    byError: by(["NONE", ...Object.keys(errorClasses), "SEVERAL"], judged, ({ error }) => error),
    byOrigin: by(origins, judged, ({ origin }) => origin),
    transliteratedByOrigin: by(origins, rewritten, ({ origin }) => origin),
  };
}

function by(names: readonly string[], judged: readonly Judged[], nameOf: (each: Judged) => string) {
  const groups = Map.groupBy(judged, nameOf);
  return Object.fromEntries(names.map((name) => [name, measure(tallied(groups.get(name) ?? []))]));
}

function tallied(judged: readonly Judged[]): Tally {
  const counts = new Map<Outcome, number>();
  for (const { outcome } of judged) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return Object.fromEntries(outcomes.map((outcome) => [outcome, counts.get(outcome) ?? 0])) as Tally;
}
