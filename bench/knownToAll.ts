import { Caller } from "./Caller.ts";
import { isKnownToAll, personsIn } from "./personsIn.ts";
import { listQuestion } from "./questions.ts";
import type { Bench } from "./Subject.ts";

/** References of the persons of the list of whom all three subgraphs know something. */
export async function knownToAll({ arena }: Bench): Promise<readonly string[]> {
  const caller = new Caller((await arena.gateway("filtered")).url, await arena.data.tokens("persons"), 1);
  try {
    const persons = personsIn(await caller.data(listQuestion));
    return persons.filter(isKnownToAll).map(({ personRef }) => personRef);
  } finally {
    await caller.close();
  }
}
