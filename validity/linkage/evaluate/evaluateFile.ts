import { comparePersons } from "../../../subgraphs/immigration/linkage/compare/comparePersons.ts";
import { decideBand } from "../../../subgraphs/immigration/linkage/model/decideBand.ts";
import { scorePair } from "../../../subgraphs/immigration/linkage/model/scorePair.ts";
import type { Weights } from "../../../subgraphs/immigration/linkage/model/Weights.ts";
import { FileIndex } from "../FileIndex.ts";
import type { Announced, DrawnFile } from "../generator/drawFile.ts";
import { judge } from "./judge.ts";
import type { Outcome } from "./Outcome.ts";

/** A description and what became of it. */
export interface Judged extends Pick<Announced, "origin" | "error"> {
  readonly outcome: Outcome;
}

export interface Evaluation {
  readonly judged: readonly Judged[];
  /** Pairs that were compared and scored. */
  readonly pairs: number;
  /** Milliseconds that finding, comparing, scoring and deciding took, for all descriptions. */
  readonly milliseconds: number;
  /** Descriptions of persons on file whom no blocking key led to. */
  readonly notCompared: number;
  /** Candidates that a person would look at, for all questions together. */
  readonly shown: number;
}

/** Decides on every description of a drawn file as the system does, and holds each decision to the truth. */
export function evaluateFile(
  { onFile, announced }: DrawnFile,
  weights: Weights,
  onProgress: (done: number) => void,
): Evaluation {
  const file = new FileIndex(onFile);
  const judged: Judged[] = [];
  let pairs = 0;
  let notCompared = 0;
  let shown = 0;
  const begun = performance.now();
  for (const { described, truth, origin, error } of announced) {
    const person = file.prepare(described);
    const places = file.candidatesFor(person);
    pairs += places.length;
    if (truth !== null && !places.includes(truth)) notCompared += 1;
    const candidates = places.flatMap((at) => {
      const other = file.onFile[at];
      if (other === undefined) return [];
      const comparison = comparePersons(person, other, file.compareNames);
      const { bits } = scorePair(comparison, person, other, file, weights);
      return [{ personRef: String(at), comparison, bits }];
    });
    const decided = decideBand(candidates, weights, person.dateOfBirth);
    if (decided.band === "ASK") shown += decided.candidates.length;
    judged.push({ origin, error, outcome: judge(decided, truth === null ? null : String(truth)) });
    onProgress(judged.length);
  }
  return { judged, pairs, milliseconds: performance.now() - begun, notCompared, shown };
}
