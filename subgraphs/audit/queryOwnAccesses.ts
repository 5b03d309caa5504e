import { and, desc, eq, inArray, notInArray, notLike, type SQL, sql } from "drizzle-orm";
import { offices } from "../../schema/offices.ts";
import { type Connection, connection, decodeCursor, type PageArguments, pageSize } from "../shell/connection.ts";
import { presentOffice } from "../shell/presentFact.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { latestBefore } from "./latestBefore.ts";
import { referencesOf } from "./referencesOf.ts";
import { decision, keyRow, operation, subject } from "./tables.ts";
import { toldFields } from "./toldFields.ts";

/** Offices whose accesses could tell of proceedings. Always left out: a gap that is there now and then would tell when. */
const untoldOffices = [...offices.values()]
  .filter(({ kind }) => ["POLICE", "LKA", "PROSECUTION"].includes(kind))
  .map(({ id }) => id);

/** An access as the person concerned is told of it. */
export interface OwnAccess {
  readonly at: string;
  readonly office: ReturnType<typeof presentOffice>;
  readonly purpose: string | null;
  readonly purposeCode: string | null;
  readonly fields: readonly string[];
}

/**
 * Who read what of a person, latest first, as it is told to that person; also under a reference that a merge took out.
 *
 * @throws SubgraphError INVALID_INPUT for page arguments
 */
export async function queryOwnAccesses(
  personRef: string,
  args: PageArguments,
  { database }: SubgraphContext,
): Promise<Connection<OwnAccess>> {
  const size = pageSize(args);
  const tokens = sql`ARRAY(SELECT k.token FROM ${keyRow} AS k WHERE k.kind = 'person' AND k.value IN (${referencesOf(personRef)}))`;
  const wanted = and(
    sql`${operation.id} = ANY (ARRAY(SELECT s.operation_id FROM ${subject} AS s WHERE s.token = ANY (${tokens})))`,
    eq(operation.outcome, "ANSWERED"),
    notInArray(operation.office, untoldOffices),
    // The person knows of the own questions.
    notLike(operation.actor, "SUBJECT:%"),
    toldSomething(tokens),
  );
  const rows = await database
    .select({ operation, coordinates: decision.coordinates })
    .from(operation)
    .innerJoin(decision, eq(decision.id, operation.decisionId))
    .where(and(wanted, latestBefore(decodeCursor(args, 2))))
    .orderBy(desc(operation.at), desc(operation.id))
    .limit(size + 1);
  const disclosed = await disclosedIn(
    rows.map((row) => row.operation.id),
    tokens,
    database,
  );
  const told = new Set(toldFields);
  return connection(
    rows,
    size,
    args,
    ({ operation: { at, id } }) => [new Date(at).toISOString(), id],
    ({ operation: { id, at, office, purpose, purposeCode }, coordinates }) => ({
      at,
      office: presentOffice(office),
      purpose,
      purposeCode,
      fields: [...new Set((disclosed.get(id) ?? []).map((position) => coordinates[position] ?? ""))]
        .filter((coordinate) => told.has(coordinate))
        .sort(),
    }),
    async () => await database.$count(operation, wanted),
  );
}

/** Whether a field was disclosed that the person may be told of. */
function toldSomething(tokens: SQL): SQL {
  return sql`(SELECT bool_or(d.coordinates[p + 1] = ANY (${sql.param(toldFields)}::text[]))
    FROM ${subject} AS s, ${decision} AS d, unnest(s.positions) AS p
    WHERE s.operation_id = ${operation.id} AND s.token = ANY (${tokens}) AND d.id = ${operation.decisionId}) IS TRUE`;
}

async function disclosedIn(
  ids: readonly string[],
  tokens: SQL,
  database: SubgraphContext["database"],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const rows = await database
    .select({ id: subject.operationId, positions: subject.positions })
    .from(subject)
    .where(and(inArray(subject.operationId, [...ids]), sql`${subject.token} = ANY (${tokens})`));
  const byId = Map.groupBy(rows, ({ id }) => id);
  return new Map([...byId].map(([id, parts]) => [id, parts.flatMap(({ positions }) => positions)]));
}
