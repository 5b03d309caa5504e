import { Contestant } from "../Contestant.ts";
import { median } from "../median.ts";
import { openLoop } from "../openLoop.ts";
import { listQuestion } from "../questions.ts";
import { rounded } from "../rounded.ts";
import type { Row, Subject } from "../Subject.ts";
import { sameAnswers } from "../sameAnswers.ts";
import { warmUp } from "../warmUp.ts";

const listsPerSecond = 200;

/** Connections to a gateway: whoever waits for an answer holds up nobody else. */
const connections = 256;

/** How long a list takes at a steady rate, beside the program written by hand: the latter is the second. */
export const openLoopInMemory: Subject = {
  name: "open-loop",
  title: `${listsPerSecond} lists of 20 a second, whether answers have come or not, from subgraphs that answer from memory`,
  async measure(bench) {
    const contestants: Contestant[] = [];
    try {
      const crowd = { ...bench, pace: { ...bench.pace, clients: connections } };
      for (const name of ["filteredInMemory", "mergingInMemory"] as const)
        contestants.push(await Contestant.enter(crowd, name, [listQuestion]));
      const [judge, ...others] = contestants;
      if (judge !== undefined) {
        await sameAnswers(() => bench.arena.subgraphs.ask("claims"), judge, others, [listQuestion]);
      }
      for (const each of contestants) await warmUp(bench, each);
      const scores = contestants.map((contestant) => ({ contestant, p50: [] as number[], p99: [] as number[] }));
      for (let round = 0; round < bench.pace.rounds; round += 1) {
        for (const { contestant, p50, p99 } of round % 2 === 0 ? scores : scores.toReversed()) {
          bench.progress(`round ${round + 1} of ${bench.pace.rounds}: ${contestant.title}`);
          const stretch = await openLoop(() => contestant.ask(), listsPerSecond, bench.pace.seconds, bench.signal);
          p50.push(stretch.p50);
          p99.push(stretch.p99);
        }
      }
      return scores.map(
        ({ contestant, p50, p99 }): Row => ({
          gateway: contestant.title,
          "p50 ms": rounded(median(p50)),
          "p99 ms": rounded(median(p99)),
          measured: bench.pace.rounds * bench.pace.seconds * listsPerSecond,
        }),
      );
    } finally {
      await Promise.all(contestants.map((each) => each.close()));
    }
  },
};
