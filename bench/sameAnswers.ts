import { isDeepStrictEqual } from "node:util";
import { isKnownToAll, personsIn } from "./personsIn.ts";
import type { Question } from "./questions.ts";

/** A gateway that answers questions. */
export interface Answering {
  readonly title: string;
  /** @throws Error when anything of the answer is missing or withheld */
  data(question: Question): Promise<unknown>;
  /** Asks the subgraphs under grants with these claims from now on; a gateway that grants by itself takes none. */
  takeGrants(claims: unknown): Promise<void>;
}

/**
 * Makes sure, before anything is measured, that all gateways give the same data: what the first one gives, with nothing withheld.
 *
 * @param latestClaims the claims under which the subgraphs were asked last: the others get the very grants of the first
 * @throws Error when one gives other data, or when a subgraph has nothing to say in the answer
 */
export async function sameAnswers(
  latestClaims: () => Promise<unknown>,
  first: Answering,
  others: readonly Answering[],
  questions: readonly Question[],
): Promise<void> {
  for (const question of questions) {
    const data = await first.data(question);
    if (!personsIn(data).some(isKnownToAll)) {
      throw new Error("Nothing is measured: a subgraph has no part in the answer.");
    }
    const claims = await latestClaims();
    for (const other of others) {
      await other.takeGrants(claims);
      if (!isDeepStrictEqual(await other.data(question), data)) {
        throw new Error(`Nothing is measured: "${other.title}" gives other data than "${first.title}".`);
      }
    }
  }
}
