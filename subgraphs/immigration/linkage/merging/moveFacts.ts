import { sql } from "drizzle-orm";
import { endVersions } from "../../../shell/endVersions.ts";
import type { Database } from "../../../shell/openStore.ts";
import { readRows } from "../../../shell/readRows.ts";
import { factTables } from "../store/factTables.ts";

/** A fact that was moved: its table, and its id. */
export interface MovedFact {
  readonly source: string;
  readonly key: string;
}

/**
 * Makes facts of this subgraph about one person facts about another. Each becomes a new version, and the one before has ended: what rests on it
 * is stale.
 *
 * @param only ids of the facts to move, by table; null: all
 * @param date first day on which the versions before no longer hold
 */
export async function moveFacts(
  transaction: Database,
  { from, to }: { readonly from: string; readonly to: string },
  only: readonly MovedFact[] | null,
  date: string,
): Promise<readonly MovedFact[]> {
  const moved: MovedFact[] = [];
  for (const [source, table] of factTables) {
    const keys = only?.filter((each) => each.source === source).map(({ key }) => key) ?? null;
    if (keys?.length === 0) continue;
    const chosen = keys === null ? sql`TRUE` : sql`fact_id IN ${keys}`;
    const rows = await readRows<{ readonly fact_id: string; readonly version: number }>(
      transaction,
      sql`UPDATE ${table} SET person_ref = ${to}, version = version + 1, last_changed_at = clock_timestamp()
        WHERE person_ref = ${from} AND ${chosen} RETURNING fact_id, version`,
    );
    await endVersions(
      transaction,
      rows.map(({ fact_id, version }) => `${fact_id}@${version - 1}`),
      date,
    );
    moved.push(...rows.map(({ fact_id }) => ({ source, key: fact_id })));
  }
  return moved;
}
