import { eq, sql } from "drizzle-orm";
import type { Database } from "../../../shell/openStore.ts";
import { readReason } from "../../../shell/readReason.ts";
import type { SubgraphContext } from "../../../shell/SubgraphContext.ts";
import { SubgraphError } from "../../../shell/SubgraphError.ts";
import { type Act, recordAct } from "../store/recordAct.ts";
import { linkageAct } from "../tables.ts";

/** What a person who decides has at hand. */
export interface Acting {
  readonly transaction: Database;
  /** Puts the act on record, with who decided and why. Its id. */
  record(act: Omit<Act, "by" | "reason">): Promise<string>;
}

interface LinkageActPayload {
  readonly act: typeof linkageAct.$inferSelect;
}

/**
 * Has a named person act with a reason, in one transaction and one after another: whoever else links, creates or merges waits.
 *
 * @param work does what is asked, and gives the id of the act that it put on record
 * @throws SubgraphError INVALID_INPUT for a reason of another length; FIELD_NOT_GRANTED for a grant that names nobody; what `work` throws
 */
export async function act(
  { database, grant, operationId }: SubgraphContext,
  givenReason: string,
  work: (acting: Acting) => Promise<string>,
): Promise<LinkageActPayload> {
  const { person: by } = grant;
  if (by === null) throw new SubgraphError("FIELD_NOT_GRANTED");
  const reason = readReason(givenReason);
  const row = await database.transaction(async (transaction) => {
    await transaction.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended('linkage', 0))`);
    const record: Acting["record"] = (made) => recordAct(transaction, { ...made, by, reason }, grant, operationId);
    const id = await work({ transaction, record });
    const [recorded] = await transaction.select().from(linkageAct).where(eq(linkageAct.id, id));
    return recorded;
  });
  if (row === undefined) throw new Error("An act that was recorded is not there.");
  return { act: row };
}
