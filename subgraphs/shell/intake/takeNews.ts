import { and, eq, inArray, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { insertRows } from "../insertRows.ts";
import { opaqueId } from "../opaqueId.ts";
import type { Database } from "../openStore.ts";
import { personTicket } from "../tables.ts";
import { type Contradicted, keepConflicts } from "./conflicts/keepConflicts.ts";
import { HeldStatuses } from "./HeldStatuses.ts";
import type { Intake } from "./Intake.ts";
import { judgeNews, type KnownFact, type KnownMessage } from "./judgeNews.ts";
import { lockIntake } from "./lockIntake.ts";
import type { News } from "./News.ts";
import type { Ruling } from "./Ruling.ts";
import { settleTickets } from "./settleTickets.ts";

/** Who sends, by what, and on which date of the question. */
export interface Sender {
  readonly office: string;
  readonly person: string;
  readonly profile: string;
  readonly profileVersion: string;
  readonly date: string;
}

type FactRow = Intake["ledger"]["suppliedFact"]["$inferSelect"];
type Change = { readonly news: News; readonly factId: string; readonly version: number };

/**
 * Takes facts of an office's messages, in their order and in one transaction: what was ruled CHANGED or ACCEPTED is on the ledger with
 * this version when the transaction ends, and stands with its person where the ticket is decided. Sent again after an answer was lost,
 * everything is UNCHANGED.
 *
 * @returns one ruling a fact, in their order
 */
export async function takeNews(
  transaction: Database,
  intake: Intake,
  sender: Sender,
  all: readonly News[],
): Promise<readonly Ruling[]> {
  await lockIntake(transaction, sender.office);
  const now = new Date().toISOString();
  const known = await loadKnown(transaction, intake, sender.office, all);
  const statuses = await HeldStatuses.load(transaction, intake, sender.office, all);
  const changes = new Map<string, Change>();
  const messages: Intake["ledger"]["suppliedMessage"]["$inferInsert"][] = [];
  const versions: Intake["ledger"]["suppliedVersion"]["$inferInsert"][] = [];
  const contradicted: Contradicted[] = [];
  const rulings = all.map((news): Ruling => {
    const ruling = rule(news);
    const factId = known.facts.get(keyOf(news))?.factId ?? null;
    if (ruling.outcome === "CONFLICT") contradicted.push({ news, ruling, factId });
    return ruling;
  });
  await insertRows(transaction, intake.ledger.suppliedMessage, messages);
  await insertRows(transaction, intake.ledger.suppliedVersion, versions);
  await keepLatest(transaction, intake, sender.office, [...changes.values()], now);
  await keepConflicts(transaction, intake, sender.office, contradicted, now);
  await settleTickets(transaction, intake, { changed: [...changes.keys()] }, sender.date);
  return rulings;

  function rule(news: News): Ruling {
    if (!known.tickets.has(news.ticket)) return { outcome: "REFUSED", reason: "UNKNOWN_TICKET" };
    const fact = known.facts.get(keyOf(news)) ?? null;
    const parts = known.messages.get(news.messageId) ?? [];
    const ruling = judgeNews(news, parts, fact);
    if ("reason" in ruling) return ruling;
    const factId = fact?.factId ?? opaqueId("SF");
    const field = ruling.outcome === "UNCHANGED" ? null : statuses.contradictionOf(factId, news);
    if (field !== null) return { outcome: "CONFLICT", reason: "CONTRADICTORY", field };
    if (!parts.some(({ part }) => part === news.part)) {
      const { messageId, part, parts: count, hash } = news;
      messages.push({
        office: sender.office,
        messageId,
        part,
        parts: count,
        contentHash: hash,
        factId,
        receivedAt: now,
      });
      known.messages.set(messageId, [...parts, { part, parts: count, hash }]);
    }
    if (ruling.outcome === "UNCHANGED") return ruling;
    const { ticket, changedAt, hash } = news;
    const { version } = ruling;
    known.facts.set(keyOf(news), { factId, version, ticket, changedAt, hash, isErased: false });
    statuses.keep(factId, news);
    changes.set(factId, { news, factId, version });
    versions.push(versionOf(news, factId, version, sender, now));
    return ruling;
  }
}

function keyOf({ kind, reference }: Pick<News, "kind" | "reference">): string {
  return `${kind} ${reference}`;
}

function versionOf(news: News, factId: string, version: number, sender: Sender, receivedAt: string) {
  const { messageId, changedAt, content } = news;
  const { profile, profileVersion, person } = sender;
  return { factId, version, messageId, profile, profileVersion, suppliedBy: person, changedAt, receivedAt, content };
}

async function loadKnown(transaction: Database, { ledger }: Intake, office: string, all: readonly News[]) {
  const { suppliedMessage, suppliedFact } = ledger;
  const own = <T extends PgTable & { readonly office: PgColumn }>(table: T, column: PgColumn, values: string[]) =>
    transaction
      .select()
      .from(table as PgTable)
      .where(and(eq(table.office, office), inArray(column, [...new Set(values)]))) as unknown as Promise<
      T["$inferSelect"][]
    >;
  const parts = await own(
    suppliedMessage,
    suppliedMessage.messageId,
    all.map(({ messageId }) => messageId),
  );
  const facts = await own(
    suppliedFact,
    suppliedFact.reference,
    all.map(({ reference }) => reference),
  );
  const tickets = await own(
    personTicket,
    personTicket.ticket,
    all.map(({ ticket }) => ticket),
  );
  const messages = new Map<string, readonly KnownMessage[]>();
  for (const { messageId, part, parts: count, contentHash } of parts) {
    messages.set(messageId, [...(messages.get(messageId) ?? []), { part, parts: count, hash: contentHash }]);
  }
  const byReference = facts.map(
    (row) => [keyOf({ kind: row.factKind, reference: row.reference }), knownFact(row)] as const,
  );
  const usable = tickets.filter(({ state }) => state !== "WITHDRAWN").map(({ ticket }) => ticket);
  return { messages, facts: new Map(byReference), tickets: new Set(usable) };
}

function knownFact(row: FactRow): KnownFact & { readonly factId: string } {
  const { factId, version, ticket, contentHash, state } = row;
  const changedAt = new Date(row.changedAt).toISOString();
  return { factId, version, ticket, changedAt, hash: contentHash, isErased: state === "ERASED" };
}

/** New facts are parked; of known ones the latest version stands on the ledger. One statement for all. */
async function keepLatest(
  transaction: Database,
  { ledger: { suppliedFact } }: Intake,
  office: string,
  changes: readonly Change[],
  receivedAt: string,
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ news, factId, version }) => ({
    fact_id: factId,
    office,
    fact_kind: news.kind,
    reference: news.reference,
    ticket: news.ticket,
    version,
    changed_at: news.changedAt,
    content_hash: news.hash,
    state: "HELD",
    restricted: false,
    received_at: receivedAt,
  }));
  await transaction.execute(sql`INSERT INTO ${suppliedFact} AS f
    SELECT * FROM json_populate_recordset(NULL::${suppliedFact}, ${JSON.stringify(rows)}::text::json)
    ON CONFLICT (fact_id) DO UPDATE
      SET version = EXCLUDED.version, changed_at = EXCLUDED.changed_at, content_hash = EXCLUDED.content_hash`);
}
