import { sql } from "drizzle-orm";
import type { Anchor } from "../Anchor.ts";
import { readRows } from "../readRows.ts";
import { relationsInForce } from "../relationPredicate.ts";
import type { SubgraphContext } from "../SubgraphContext.ts";
import { SubgraphError } from "../SubgraphError.ts";
import { awaitsEstimate } from "./awaitsEstimate.ts";

/** Column of the directory by which each kind of record is known. */
const columns = { Person: sql`held.person_ref`, Case: sql`held.case_ref` } as const;

/**
 * Keeps a score, and what tells of one, closed to the office in charge until the asking person has given the own estimate that the case
 * was drawn for; of a person, any case that the office has. Whoever is not in charge gives no estimate, and nothing is closed to it. One
 * statement for all records of a request.
 *
 * @throws SubgraphError CONFLICT, which says what to do
 */
export async function requireEstimate(
  context: SubgraphContext,
  { type, key }: Exclude<Anchor, { readonly type: "None" }>,
): Promise<void> {
  const { database, grant } = context;
  const awaiting = await context.loadRows(
    `shell.awaitingEstimate.${type}`,
    key,
    (keys) =>
      readRows<{ readonly key: string }>(
        database,
        sql`SELECT DISTINCT ${columns[type]} AS key FROM ${relationsInForce(grant)} AS held
          WHERE held.kind = 'OWN_CASE' AND ${columns[type]} IN ${keys} AND ${awaitsEstimate(sql`held.case_ref`, grant.person)}`,
      ),
    (row) => row.key,
  );
  if (awaiting.length === 0) return;
  throw new SubgraphError(
    "CONFLICT",
    "The case was drawn for an own estimate. Record yours (recordOwnEstimate); then the assessment opens.",
  );
}
