import { Caller } from "../Caller.ts";
import { compareGateways } from "../compareGateways.ts";
import { isKnownToAll, personsIn } from "../personsIn.ts";
import { listQuestion, singleQuestion } from "../questions.ts";
import type { Bench, Subject } from "../Subject.ts";

/** One person with the same fields as in the list. The persons of the list of whom all three subgraphs know something, in turn. */
export const single: Subject = {
  name: "single",
  title: "one person with the same fields",
  async measure(bench) {
    const questions = (await knownToAll(bench)).map(singleQuestion);
    return compareGateways(bench, "filtered", "bare", ["embedded"], questions);
  },
};

async function knownToAll({ arena }: Bench): Promise<readonly string[]> {
  const caller = new Caller((await arena.gateway("filtered")).url, await arena.data.tokens("persons"), 1);
  try {
    const persons = personsIn(await caller.data(listQuestion));
    return persons.filter(isKnownToAll).map(({ personRef }) => personRef);
  } finally {
    await caller.close();
  }
}
