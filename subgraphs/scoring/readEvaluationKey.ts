import type { Database } from "../shell/openStore.ts";
import { evaluationKey } from "./tables.ts";

/**
 * The key of the pseudonyms. The first caller settles it; all later ones read the same.
 *
 * @param fresh hexadecimal, 32 bytes: the key where there is none yet
 */
export async function readEvaluationKey(database: Database, fresh: string): Promise<string> {
  await database.insert(evaluationKey).values({ key: fresh }).onConflictDoNothing();
  const [row] = await database.select().from(evaluationKey);
  if (row === undefined) throw new Error("The key of the evaluation went away between two statements.");
  return row.key;
}
