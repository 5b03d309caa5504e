import type { Contestant } from "./Contestant.ts";
import { playRound } from "./playRound.ts";
import type { Bench } from "./Subject.ts";

/** Requests after which a gateway is asked for figures: before, each round is faster than the last while V8 compiles. */
const warmRequests = 2_000;

/** Rounds of warming at most: where a database sets the pace, V8 is done long before that many requests. */
const warmRoundsMax = 4;

/** Plays rounds that do not count until the gateway is warm, at least one for what is new in the question. */
export async function warmUp(bench: Bench, contestant: Contestant): Promise<void> {
  let rounds = 0;
  do {
    bench.progress(`warms up: ${contestant.title}`);
    await playRound(bench, contestant);
    rounds += 1;
  } while (contestant.gateway.answered.count < warmRequests && rounds < warmRoundsMax);
}
