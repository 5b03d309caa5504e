import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../openStore.ts";
import { readRows } from "../readRows.ts";
import { personTicket } from "../tables.ts";
import { destroyFacts } from "./destroyFacts.ts";
import type { FactContent } from "./FactContent.ts";
import type { Intake } from "./Intake.ts";
import { layFacts } from "./layFacts.ts";
import { liftFacts } from "./liftFacts.ts";
import type { SuppliedKind } from "./SuppliedKind.ts";

/** Most facts of one pass. */
const factsMax = 1_000;

/**
 * Which facts are settled: those that have changed, or those of an office whose tickets were decided since. What came under a ticket that was withdrawn
 * since is destroyed by `destroyOutlived`.
 */
export type Unsettled = { readonly changed: readonly string[] } | { readonly office: string };

interface LedgerFact {
  readonly factId: string;
  readonly factKind: string;
  readonly office: string;
  readonly version: number;
  readonly isLaid: boolean;
  readonly restricted: boolean;
  readonly recordedAt: string;
  readonly personRef: string | null;
  readonly isWithdrawn: boolean;
  readonly content: FactContent;
}

/**
 * Brings facts to where their tickets say that they belong now: under a decided ticket to its person, under one whose decision was taken
 * back to where facts are parked; what came under a withdrawn one is destroyed. A fact that moves gets a version of its own, so that what
 * rested on it where it stood is stale. Idempotent: a second pass finds nothing.
 *
 * @param date date of the question
 * @returns how many facts were touched; at the most of one pass, there may be more
 */
export async function settleTickets(
  transaction: Database,
  intake: Intake,
  which: Unsettled,
  date: string,
): Promise<number> {
  const facts = await loadUnsettled(transaction, intake, which);
  const withdrawn = facts.filter(({ isWithdrawn }) => isWithdrawn);
  await destroyFacts(transaction, intake, withdrawn, date);
  const moves = !("changed" in which);
  const standing = facts.filter(({ isWithdrawn }) => !isWithdrawn);
  for (const [name, ofKind] of Map.groupBy(standing, ({ factKind }) => factKind)) {
    await settle(transaction, intake, kindOf(intake, name), ofKind, moves, date);
  }
  return facts.length;
}

function kindOf(intake: Intake, name: string): SuppliedKind {
  const kind = intake.kinds.get(name);
  if (kind === undefined) throw new Error(`There is no kind of fact ${name}.`);
  return kind;
}

async function settle(
  transaction: Database,
  intake: Intake,
  kind: SuppliedKind,
  facts: readonly LedgerFact[],
  moves: boolean,
  date: string,
): Promise<void> {
  const laid = facts.filter(({ isLaid }) => isLaid).map(({ factId }) => factId);
  await liftFacts(transaction, kind, laid, date);
  const moved = new Set(moves ? laid : []);
  if (moved.size > 0) await addVersions(transaction, intake, [...moved]);
  const placed = facts.flatMap(({ factId, personRef, version, office, recordedAt, restricted, content }) =>
    personRef === null
      ? []
      : [
          {
            factId,
            personRef,
            version: moved.has(factId) ? version + 1 : version,
            office,
            recordedAt,
            restricted,
            content,
          },
        ],
  );
  await layFacts(transaction, kind, placed, new Date().toISOString());
  await noteSettled(
    transaction,
    intake,
    facts.map(({ factId }) => factId),
  );
}

async function loadUnsettled(
  transaction: Database,
  { ledger: { suppliedFact, suppliedVersion } }: Intake,
  which: Unsettled,
): Promise<readonly LedgerFact[]> {
  if ("changed" in which && which.changed.length === 0) return [];
  return readRows<LedgerFact>(
    transaction,
    sql`SELECT f.fact_id AS "factId", f.fact_kind AS "factKind", f.office, f.version, f.restricted,
        f.ticket_version IS NOT NULL AS "isLaid", to_json(f.received_at) #>> '{}' AS "recordedAt",
        t.person_ref AS "personRef", t.state = 'WITHDRAWN' AS "isWithdrawn", v.content
      FROM ${suppliedFact} AS f JOIN ${personTicket} AS t ON t.ticket = f.ticket
      JOIN ${suppliedVersion} AS v ON v.fact_id = f.fact_id AND v.version = f.version
      WHERE f.state = 'HELD' AND ${condition(which)} ORDER BY f.fact_id LIMIT ${factsMax}`,
  );
}

function condition(which: Unsettled): SQL {
  if ("changed" in which) return sql`f.fact_id IN ${[...which.changed]}`;
  return sql`f.office = ${which.office} AND ((t.state = 'DECIDED' AND f.ticket_version IS DISTINCT FROM t.version)
    OR (t.state NOT IN ('DECIDED', 'WITHDRAWN') AND f.ticket_version IS NOT NULL))`;
}

/** The same content again, as a version of its own. */
async function addVersions(
  transaction: Database,
  { ledger: { suppliedFact, suppliedVersion } }: Intake,
  factIds: readonly string[],
): Promise<void> {
  await transaction.execute(sql`WITH later AS (
      UPDATE ${suppliedFact} AS f SET version = f.version + 1 WHERE f.fact_id IN ${[...factIds]} RETURNING f.fact_id, f.version
    )
    INSERT INTO ${suppliedVersion} (fact_id, version, message_id, profile, profile_version, supplied_by, changed_at, received_at, content)
    SELECT v.fact_id, l.version, v.message_id, v.profile, v.profile_version, v.supplied_by, v.changed_at, now(), v.content
    FROM ${suppliedVersion} AS v JOIN later AS l ON l.fact_id = v.fact_id AND v.version = l.version - 1`);
}

async function noteSettled(
  transaction: Database,
  { ledger: { suppliedFact } }: Intake,
  factIds: readonly string[],
): Promise<void> {
  await transaction.execute(sql`UPDATE ${suppliedFact} AS f
    SET ticket_version = CASE WHEN t.state = 'DECIDED' THEN t.version END
    FROM ${personTicket} AS t WHERE t.ticket = f.ticket AND f.fact_id IN ${[...factIds]}`);
}
