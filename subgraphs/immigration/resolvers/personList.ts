import { and, asc, count, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { type Connection, connection, decodeCursor, type PageArguments, pageSize } from "../../shell/connection.ts";
import type { GrantView } from "../../shell/grantView.ts";
import { personPredicate } from "../../shell/relationPredicate.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import { person } from "../tables.ts";
import { filterConditions, type PersonFilter } from "./PersonFilter.ts";
import { type PersonOrder, personOrders } from "./personOrders.ts";

/** Arguments of `Query.persons`. */
export interface PersonListArguments extends PageArguments {
  readonly filter?: PersonFilter | null;
  readonly orderBy?: keyof typeof personOrders | null;
}

/**
 * `Query.persons`: the persons whom the grant lets through. A person of whom the list would have to test what the grant does not let
 * through (by a filter or by the order) is left out, so that neither presence, place nor number tells of it.
 *
 * @throws SubgraphError FIELD_NOT_GRANTED for a filter or order on a category that is not granted at all; INVALID_INPUT
 */
export async function personList(
  args: PersonListArguments,
  context: SubgraphContext,
): Promise<Connection<{ readonly personRef: string }>> {
  const { database, grant } = context;
  const order: PersonOrder = personOrders[args.orderBy ?? "PERSON_REF"];
  const size = pageSize(args);
  const after = decodeCursor(args, order.columns.length);
  const fits = fitting(grant, filterConditions(args.filter ?? {}, grant.date), order);
  const rows = await database
    .select({ personRef: person.personRef, familyNameKey: person.familyNameKey })
    .from(person)
    .where(and(fits, after === null ? undefined : sql`(${list(order.columns)}) > (${list(after.map(text))})`))
    .orderBy(...order.columns.map((column) => asc(column)))
    .limit(size + 1);
  return connection(
    rows,
    size,
    args,
    (row) => order.keysOf(row),
    ({ personRef }) => ({ personRef }),
    async () => (await database.select({ persons: count() }).from(person).where(fits)).at(0)?.persons ?? 0,
  );
}

function fitting(
  grant: GrantView,
  conditions: ReturnType<typeof filterConditions>,
  order: PersonOrder,
): SQL | undefined {
  const tested = [...conditions.map(({ category }) => category), order.category].filter((name) => name !== null);
  if (tested.some((category) => grant.reading(category).length === 0)) throw new SubgraphError("FIELD_NOT_GRANTED");
  const readable = new Set(["PERSON_REFERENCE", ...tested]);
  return and(
    ...[...readable].map((category) => personPredicate(grant, category, person.personRef)),
    ...conditions.map(({ condition }) => condition),
  );
}

function text(key: string | number): SQL {
  return sql`${String(key)}::text`;
}

function list(parts: readonly SQLWrapper[]): SQL {
  return sql.join([...parts], sql`, `);
}
