import type { Contestant } from "./Contestant.ts";
import { playRound } from "./playRound.ts";
import type { Bench } from "./Subject.ts";

/** Requests after which a gateway is asked for figures: before, each round is faster than the last while V8 compiles. */
const warmRequests = 150;

/** Plays rounds that do not count until the gateway is warm, at least one for what is new in the question. */
export async function warmUp(bench: Bench, contestant: Contestant): Promise<void> {
  do {
    bench.progress(`warms up: ${contestant.title}`);
    await playRound(bench, contestant);
  } while (contestant.gateway.answered.count < warmRequests);
}
