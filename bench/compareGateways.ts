import type { GatewayName } from "./Arena.ts";
import { Contestant } from "./Contestant.ts";
import { countWork, type Work } from "./countWork.ts";
import { median } from "./median.ts";
import { playRound, type Round } from "./playRound.ts";
import type { Question } from "./questions.ts";
import { rounded } from "./rounded.ts";
import type { Bench, Row } from "./Subject.ts";
import { sameAnswers } from "./sameAnswers.ts";
import { warmUp } from "./warmUp.ts";

/** What was measured of one gateway. */
interface Score {
  readonly contestant: Contestant;
  /** What one request costs the subgraphs; null where they cannot be watched. */
  readonly work: Work | null;
  readonly rounds: Round[];
}

/**
 * Asks several gateways the same questions in alternating rounds, once they are warm.
 *
 * @param first gives the answers that the others must give as well
 * @param base the gateway that ratios are taken to
 * @returns a row for each gateway: medians over the rounds; its ratio is the median of the ratios inside each round
 */
export async function compareGateways(
  bench: Bench,
  first: GatewayName,
  base: GatewayName,
  more: readonly GatewayName[],
  questions: readonly Question[],
): Promise<readonly Row[]> {
  const contestants: Contestant[] = [];
  try {
    for (const name of [first, base, ...more]) contestants.push(await Contestant.enter(bench, name, questions));
    const [judge, ...others] = contestants;
    if (judge !== undefined) await sameAnswers(() => bench.arena.subgraphs.ask("claims"), judge, others, questions);
    const scores = await play(bench, contestants);
    const baseRounds = scores.find(({ contestant }) => contestant.name === base)?.rounds ?? [];
    return scores.map((score) => rowOf(score, baseRounds));
  } finally {
    await Promise.all(contestants.map((each) => each.close()));
  }
}

async function play(bench: Bench, contestants: readonly Contestant[]): Promise<readonly Score[]> {
  const scores: Score[] = [];
  for (const contestant of contestants) {
    await warmUp(bench, contestant);
    const watched = contestant.name !== "embedded";
    scores.push({
      contestant,
      work: watched ? await countWork(bench.arena, () => contestant.ask()) : null,
      rounds: [],
    });
  }
  for (let round = 0; round < bench.pace.rounds; round += 1) {
    // Who goes first changes, so that what one leaves behind does not always meet the same one.
    for (const { contestant, rounds } of round % 2 === 0 ? scores : scores.toReversed()) {
      bench.progress(`round ${round + 1} of ${bench.pace.rounds}: ${contestant.title}`);
      rounds.push(await playRound(bench, contestant));
    }
  }
  return scores;
}

function rowOf({ contestant, work, rounds }: Score, baseRounds: readonly Round[]): Row {
  const middle = (value: (round: Round) => number) => median(rounds.map(value));
  const ratios = rounds.map(
    (round, index) => round.requestsPerSecond / (baseRounds[index]?.requestsPerSecond ?? Number.NaN),
  );
  const subgraphCpu = rounds.every((round) => round.subgraphCpu !== null);
  return {
    gateway: contestant.title,
    "requests/s": rounded(middle((round) => round.requestsPerSecond)),
    ratio: rounded(median(ratios)),
    "p50 ms": rounded(middle((round) => round.p50)),
    "p99 ms": rounded(middle((round) => round.p99)),
    "gateway CPU ms": rounded(middle((round) => round.gatewayCpu)),
    "main thread ms": rounded(middle((round) => round.gatewayMain)),
    "subgraphs CPU ms": subgraphCpu ? rounded(middle((round) => round.subgraphCpu ?? Number.NaN)) : null,
    "subgraph requests": work?.requests ?? null,
    "SQL statements": work?.statements ?? null,
    measured: rounds.reduce((sum, round) => sum + round.requests, 0),
  };
}
