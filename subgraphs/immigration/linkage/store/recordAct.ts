import { sql } from "drizzle-orm";
import type { GrantView } from "../../../shell/grantView.ts";
import { opaqueId } from "../../../shell/opaqueId.ts";
import type { Database } from "../../../shell/openStore.ts";
import { linkageAct } from "../tables.ts";

/** What was done, and who decided it: a person with a reason, or, where both are null, the model. */
export type Act = Pick<typeof linkageAct.$inferInsert, "act" | "ticket" | "personRef" | "duplicateRef" | "undoes"> & {
  readonly by: string | null;
  readonly reason: string | null;
};

/**
 * Puts on record what was done to tell persons apart, in its transaction.
 *
 * @returns the id of the act
 */
export async function recordAct(
  transaction: Database,
  act: Act,
  { office, date }: Pick<GrantView, "office" | "date">,
  operationId: string,
): Promise<string> {
  const id = opaqueId("LA");
  await transaction
    .insert(linkageAct)
    .values({ ...act, id, office, actedOn: date, at: sql`clock_timestamp()`, operationId });
  return id;
}
