import { isDeepStrictEqual } from "node:util";
import { assess } from "../../subgraphs/scoring/engine/assess.ts";
import type { CompiledCatalogue } from "../../subgraphs/scoring/engine/compileCatalogue.ts";
import { type DrawnValues, factsWith } from "../subgraphs/scoring/drawFacts.ts";
import type { Judge } from "./Judge.ts";

/** What the two engines came to. */
export interface Verdict {
  readonly judged: number;
  /** Pairs of state and band that were seen. */
  readonly outcomes: ReadonlySet<string>;
  /** Facts of persons on whom they differ. */
  readonly differing: readonly DrawnValues[];
}

/** Has every person judged by this project's engine and by the judge, who knows the exported tables alone. */
export function judgePersons(
  persons: Iterable<DrawnValues>,
  date: string,
  compiled: CompiledCatalogue,
  judge: Judge,
  onJudged: (done: number) => void = () => undefined,
): Verdict {
  const outcomes = new Set<string>();
  const differing: DrawnValues[] = [];
  let judged = 0;
  for (const values of persons) {
    const { state, band, axisA, axisB, contributions } = assess(factsWith(values), date, compiled);
    const points = Object.fromEntries(contributions.map((each) => [each.criterion, each.points]));
    const own = { state, band: state === "ASSESSED" ? band : null, axisA, axisB, points };
    if (!isDeepStrictEqual({ ...judge.assess(values) }, own)) differing.push(values);
    outcomes.add(`${state} ${band}`);
    judged += 1;
    onJudged(judged);
  }
  return { judged, outcomes, differing };
}
