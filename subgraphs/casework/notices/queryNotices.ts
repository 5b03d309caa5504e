import { type SQL, sql } from "drizzle-orm";
import { type Connection, connection, decodeCursor, type PageArguments, pageSize } from "../../shell/connection.ts";
import type { GrantView } from "../../shell/grantView.ts";
import { opaqueId } from "../../shell/opaqueId.ts";
import { readRows } from "../../shell/readRows.ts";
import { relationsInForce, tiePredicate } from "../../shell/relationPredicate.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import { news } from "../../shell/tables.ts";
import { fetchedFields } from "./fetchedFields.ts";
import { noticeCategories } from "./noticeCategories.ts";

/** News as one office is told it, under the reference by which it knows the case or file. */
interface NoticeRow extends Record<string, unknown> {
  readonly number: number;
  readonly occasion: string;
  readonly kind: string;
  readonly at: string;
  readonly case_ref: string;
  readonly person_ref: string;
  readonly fact_reference: string | null;
}

/**
 * What the grant lets the office be told, in the order in which it was recorded: where the office stood in a relation on the day of the event
 * and stands in it on the date of the question, the rules grant the kind under that relation, and it was not the office's own doing.
 *
 * @throws SubgraphError FIELD_NOT_GRANTED for a kind that is not granted; INVALID_INPUT for page arguments
 */
export async function queryNotices(
  _parent: unknown,
  args: PageArguments & { readonly kinds: readonly string[] },
  { database, grant }: SubgraphContext,
): Promise<Omit<Connection<object>, "totalCount">> {
  const size = pageSize(args);
  const after = decodeCursor(args, 2);
  if (after !== null && typeof after[0] !== "number")
    throw new SubgraphError("INVALID_INPUT", "after is no cursor of this list. Use an endCursor it gave out.", "after");
  const behind = after === null ? sql`TRUE` : sql`(e.number, h.case_ref) > (${after[0]}::bigint, ${after[1]})`;
  const kinds = [...new Set(args.kinds)];
  const rows =
    kinds.length === 0
      ? []
      : await readRows<NoticeRow>(
          database,
          sql`SELECT DISTINCT e.number::float8 AS number, e.occasion, e.kind, e.at, e.fact_reference, h.case_ref, h.person_ref
            FROM ${news} AS e JOIN ${relationsInForce(grant)} AS h ON h.person_ref = e.person_ref AND h.case_ref = COALESCE(e.case_ref, h.case_ref)
            WHERE e.number IS NOT NULL AND e.kept_until >= ${grant.date} AND h.since <= e.on AND e.source IS DISTINCT FROM ${grant.holder}
              AND ${told(grant, kinds)} AND ${behind}
            ORDER BY 1, h.case_ref LIMIT ${size + 1}`,
        );
  return connection(
    rows,
    size,
    args,
    ({ number, case_ref }) => [number, case_ref],
    present,
    () => Promise.resolve(null),
  );
}

/** That there is a notice is of one category, what kind it is of others: both must be granted for the same relation. */
function told(grant: GrantView, kinds: readonly string[]): SQL {
  const tie = {
    kind: sql`h.kind`,
    personRef: sql`e.person_ref`,
    isOwn: sql`${grant.holder} = ANY(e.owners)`,
    isMeant: sql`(e.tells IS NULL OR h.kind = ANY(e.tells))`,
  };
  const perKind = kinds.map((kind) => {
    const categories = noticeCategories.get(kind) ?? [];
    if (categories.some((each) => grant.reading(each).length === 0)) throw new SubgraphError("FIELD_NOT_GRANTED");
    const granted = categories.map((each) => tiePredicate(grant, each, tie));
    return sql`(e.kind = ${kind} AND ${sql.join(granted, sql` AND `)})`;
  });
  const exists = tiePredicate(grant, "NOTICE_CASE", { ...tie, isMeant: sql`TRUE` });
  return sql`(${sql.join(perKind, sql` OR `)}) AND ${exists}`;
}

function present({ occasion, kind, at, case_ref, person_ref, fact_reference }: NoticeRow) {
  return {
    id: opaqueId("N", `${occasion} ${case_ref}`),
    kind,
    fetch: fetchedFields[kind] ?? [],
    caseRef: case_ref,
    personRef: person_ref,
    at: new Date(at).toISOString(),
    factReferences: fact_reference === null ? [] : [fact_reference],
  };
}
