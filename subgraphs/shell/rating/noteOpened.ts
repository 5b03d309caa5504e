import { sql } from "drizzle-orm";
import type { Anchor } from "../Anchor.ts";
import { relationsInForce } from "../relationPredicate.ts";
import type { SubgraphContext } from "../SubgraphContext.ts";
import { casePart } from "../tables.ts";

/** Column of the directory by which each kind of record is known. */
const columns = { Person: sql`held.person_ref`, Case: sql`held.case_ref` } as const;

/**
 * Notes that the asking person opens a score, or what tells of one, in cases that the office is in charge of: of a person, in all of
 * them. Before it is given out, so that nobody has seen what nobody knows of. One statement for all records of a request.
 */
export async function noteOpened(
  context: SubgraphContext,
  { type, key }: Exclude<Anchor, { readonly type: "None" }>,
): Promise<void> {
  const { database, grant } = context;
  if (grant.person === null) return;
  await context.load(`shell.noteOpened.${type}`, key, async (keys: readonly string[]) => {
    await database.execute(sql`INSERT INTO ${casePart} (case_ref, person, part)
      SELECT DISTINCT held.case_ref, ${grant.person}::text, 'OPENED_SCORE' FROM ${relationsInForce(grant)} AS held
      WHERE held.kind = 'OWN_CASE' AND ${columns[type]} IN ${keys} ON CONFLICT DO NOTHING`);
    return keys;
  });
}
