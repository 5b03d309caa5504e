import { performance } from "node:perf_hooks";
import { assess } from "../../subgraphs/scoring/engine/assess.ts";
import { outlook } from "../../subgraphs/scoring/engine/outlook.ts";
import { Caller } from "../Caller.ts";
import { countWork } from "../countWork.ts";
import { median } from "../median.ts";
import { assessmentQuestion, type Question } from "../questions.ts";
import { rounded } from "../rounded.ts";
import type { Bench, Row, Subject } from "../Subject.ts";
import { simulatedPersons } from "../simulatedPersons.ts";

const size = 50;
const score = assessmentQuestion(200, size, null);
const withOutlook: Question = {
  ...score,
  query: score.query.replace(
    "contributions {",
    "counterfactuals { band } missing { outcomes { band } } contributions {",
  ),
};

/** A page of 50 persons assessed on demand, and how much of its time the catalogue takes. */
export const worklistPage: Subject = {
  name: "worklist-page",
  title: `a page of ${size} persons assessed on demand, one client, and the catalogue's share of its time`,
  async measure(bench) {
    const { url } = await bench.arena.gateway("filtered");
    const caller = new Caller(url, await bench.arena.data.tokens("worklist-page"), 1);
    const { facts, date, compiled } = simulatedPersons(size);
    try {
      return [
        await measurePage(bench, caller, "score", score, () => {
          for (const each of facts) assess(each, date, compiled);
        }),
        await measurePage(bench, caller, "score, counterfactuals and what is missing", withOutlook, () => {
          for (const each of facts) [assess(each, date, compiled), outlook(each, date, compiled)];
        }),
      ];
    } finally {
      await caller.close();
    }
  },
};

async function measurePage(
  bench: Bench,
  caller: Caller,
  asked: string,
  question: Question,
  evaluate: () => void,
): Promise<Row> {
  bench.progress(asked);
  let requester = 0;
  const once = () => caller.data(question, requester++);
  for (let warm = 0; warm < 20; warm += 1) await once();
  for (let warm = 0; warm < 20; warm += 1) evaluate();
  const work = await countWork(bench.arena, once);
  const [requests, evaluations]: [number[], number[]] = [[], []];
  const end = performance.now() + bench.pace.rounds * bench.pace.seconds * 1000;
  // In turn, so that load strikes both alike.
  while (performance.now() < end) {
    bench.signal.throwIfAborted();
    requests.push(await timed(once));
    evaluations.push(await timed(async () => evaluate()));
  }
  const [request, evaluation] = [median(requests), median(evaluations)];
  return {
    asked,
    persons: size,
    "p50 ms": rounded(request),
    "catalogue ms": rounded(evaluation),
    "catalogue %": rounded((100 * evaluation) / request),
    "subgraph requests": work.requests,
    "SQL statements": work.statements,
    measured: requests.length,
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}
