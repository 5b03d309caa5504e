import { isDeepStrictEqual } from "node:util";
import type { Arena } from "./Arena.ts";
import type { Contestant } from "./Contestant.ts";
import { isKnownToAll, personsIn } from "./personsIn.ts";
import type { Question } from "./questions.ts";

/**
 * Makes sure, before anything is measured, that all contestants give the same data: what the first one gives, with nothing
 * withheld. A bare gateway is given the very grants under which the first one has just asked the subgraphs.
 *
 * @throws Error when one gives other data, or when a subgraph has nothing to say in the answer
 */
export async function sameAnswers(
  arena: Arena,
  first: Contestant,
  others: readonly Contestant[],
  questions: readonly Question[],
): Promise<void> {
  for (const question of questions) {
    const data = await first.caller.data(question);
    if (!personsIn(data).some(isKnownToAll))
      throw new Error("Nothing is measured: a subgraph has no part in the answer.");
    const claims = await arena.subgraphs.ask("claims");
    for (const other of others) {
      if (other.name === "bare") await other.gateway.process.ask("grant", claims);
      if (!isDeepStrictEqual(await other.caller.data(question), data)) {
        throw new Error(`Nothing is measured: "${other.title}" gives other data than "${first.title}".`);
      }
    }
  }
}
