import { Contestant } from "../Contestant.ts";
import { collectiveReference } from "../collectiveReferences.ts";
import { knownToAll } from "../knownToAll.ts";
import { median } from "../median.ts";
import { playRound, type Round } from "../playRound.ts";
import { listQuestion, type Question, singleQuestion } from "../questions.ts";
import { rounded } from "../rounded.ts";
import type { Bench, Row, Subject } from "../Subject.ts";
import { warmUp } from "../warmUp.ts";

/** One point of a curve: what is asked, and by how many. */
interface Point {
  readonly at: number;
  readonly clients: number;
  readonly questions: readonly Question[];
}

/** What a request costs the gateway when something of it grows and nothing else does. */
export const growth: Subject = {
  name: "growth",
  title:
    "one request as clients, objects of a page and distinct operations grow, from subgraphs that answer from memory",
  async measure(bench) {
    const [personRef = ""] = await knownToAll(bench);
    const single = singleQuestion(personRef);
    const { clients } = bench.pace;
    const curves: Readonly<Record<string, readonly Point[]>> = {
      clients: [1, 4, 16, 64, 256].map((at) => ({ at, clients: at, questions: [listQuestion] })),
      "objects a page": [5, 10, 20, 50, 100].map((at) => ({ at, clients, questions: [pageOf(at)] })),
      "distinct operations": [1, 10, 100, 400].map((at) => ({ at, clients, questions: variantsOf(single, at) })),
    };
    const rows: Row[] = [];
    for (const [grows, points] of Object.entries(curves)) {
      for (const point of points) rows.push({ grows, at: point.at, ...(await measured(bench, grows, point)) });
    }
    return rows;
  },
};

function pageOf(objects: number): Question {
  const query = listQuestion.query.replace("first: 20", `first: ${objects}`);
  return { ...listQuestion, query, caseRef: collectiveReference(200) };
}

/** The same operation under other names: each is parsed, decided and planned by itself. */
function variantsOf(question: Question, count: number): readonly Question[] {
  return Array.from({ length: count }, (_, each) => ({
    ...question,
    query: question.query.replace("person(", `p${each}: person(`),
  }));
}

async function measured(bench: Bench, grows: string, { at, clients, questions }: Point): Promise<Row> {
  const paced = { ...bench, pace: { ...bench.pace, clients } };
  const contestant = await Contestant.enter(paced, "filteredInMemory", questions);
  try {
    bench.progress(`${grows}: ${at}`);
    for (const _ of questions) await contestant.ask();
    await warmUp(paced, contestant);
    const rounds: Round[] = [];
    for (let round = 0; round < bench.pace.rounds; round += 1) rounds.push(await playRound(paced, contestant));
    const middle = (value: (round: Round) => number) => rounded(median(rounds.map(value)));
    return {
      "requests/s": middle((round) => round.requestsPerSecond),
      "p50 ms": middle((round) => round.p50),
      "p99 ms": middle((round) => round.p99),
      "gateway CPU ms": middle((round) => round.gatewayCpu),
    };
  } finally {
    await contestant.close();
  }
}
