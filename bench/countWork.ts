import type { Arena } from "./Arena.ts";
import type { Counts } from "./processes/subgraphs.ts";

/** What the subgraphs had to do: requests that reached one of them, and SQL statements. */
export type Work = Counts;

/** Counts what the subgraphs do for one thing that is done alone. */
export async function countWork({ subgraphs }: Arena, once: () => Promise<unknown>): Promise<Work> {
  const before = (await subgraphs.ask("counts")) as Counts;
  await once();
  const after = (await subgraphs.ask("counts")) as Counts;
  return { requests: after.requests - before.requests, statements: after.statements - before.statements };
}
