import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  type pgSchema,
  primaryKey,
  text,
  timestamp,
  unique,
} from "drizzle-orm/pg-core";

const instant = (name: string) => timestamp(name, { mode: "string", withTimezone: true });

/**
 * The ledger of what was sent to a subgraph: four tables in its own schema. It names no person: a ticket does, once it is decided.
 * Trusted for what was sent, by whom and when; whoever held it alone would read facts of persons whom only the directory names.
 */
export function ledger(schema: ReturnType<typeof pgSchema>) {
  return {
    /** Part of a message that was taken. The same message never counts twice, and never comes with other content. */
    suppliedMessage: schema.table(
      "supplied_message",
      {
        office: text().notNull(),
        messageId: text("message_id").notNull(),
        /** Number of the part in its message, from 1, and how many there are. */
        part: integer().notNull(),
        parts: integer().notNull(),
        /** SHA-256 of what it said; null once the fact is erased: a digest of little can be tried out. */
        contentHash: text("content_hash"),
        factId: text("fact_id").notNull(),
        receivedAt: instant("received_at").notNull(),
      },
      (table) => [
        primaryKey({ columns: [table.office, table.messageId, table.part] }),
        index("supplied_message_by_fact").on(table.factId),
      ],
    ),
    /** A fact by the sender's own reference, as its latest version stands. */
    suppliedFact: schema.table(
      "supplied_fact",
      {
        factId: text("fact_id").primaryKey(),
        office: text().notNull(),
        /** Name of a `SuppliedKind`. */
        factKind: text("fact_kind").notNull(),
        reference: text().notNull(),
        ticket: text().notNull(),
        /** Version of the ticket's decision by which the fact stands with a person; null: it is parked. */
        ticketVersion: integer("ticket_version"),
        version: integer().notNull(),
        /** When the sender last changed it. */
        changedAt: instant("changed_at").notNull(),
        contentHash: text("content_hash"),
        state: text({ enum: ["HELD", "ERASED"] }).notNull(),
        restricted: boolean().notNull().default(false),
        receivedAt: instant("received_at").notNull(),
      },
      (table) => [
        unique("supplied_fact_by_reference").on(table.office, table.factKind, table.reference),
        index("supplied_fact_by_ticket").on(table.ticket),
        check("supplied_fact_erased", sql`${table.state} = 'HELD' OR ${table.contentHash} IS NULL`),
      ],
    ),
    /** Every version of a fact, with the message it came from. `content` is null once the fact is erased. */
    suppliedVersion: schema.table(
      "supplied_version",
      {
        factId: text("fact_id").notNull(),
        version: integer().notNull(),
        messageId: text("message_id").notNull(),
        profile: text().notNull(),
        profileVersion: text("profile_version").notNull(),
        /** Staff id, or id of the system, of whoever sent it. */
        suppliedBy: text("supplied_by").notNull(),
        changedAt: instant("changed_at").notNull(),
        receivedAt: instant("received_at").notNull(),
        content: jsonb(),
      },
      (table) => [primaryKey({ columns: [table.factId, table.version] })],
    ),
    /**
     * What an office sent and was not taken because it contradicts what the office sent before, until one of its staff decides. `content` and
     * `contentHash` are null once the fact is erased, `content` also once it is decided.
     */
    suppliedConflict: schema.table(
      "supplied_conflict",
      {
        id: text().primaryKey(),
        office: text().notNull(),
        factKind: text("fact_kind").notNull(),
        reference: text().notNull(),
        /** Null where the office holds no fact of that reference: its message id was used before. */
        factId: text("fact_id"),
        messageId: text("message_id").notNull(),
        ticket: text().notNull(),
        /** `SupplyReason` of the contract. */
        reason: text().notNull(),
        field: text(),
        changedAt: instant("changed_at").notNull(),
        contentHash: text("content_hash"),
        content: jsonb(),
        receivedAt: instant("received_at").notNull(),
        state: text({ enum: ["OPEN", "KEPT", "TAKEN"] }).notNull(),
        /** Staff id of who decided; null while it is open. */
        decidedBy: text("decided_by"),
        decidedAt: instant("decided_at"),
        decisionReason: text("decision_reason"),
      },
      (table) => [
        unique("supplied_conflict_once").on(
          table.office,
          table.factKind,
          table.reference,
          table.messageId,
          table.contentHash,
        ),
        index("supplied_conflict_open").on(table.office, table.state, table.receivedAt),
        index("supplied_conflict_by_fact").on(table.factId),
        check("supplied_conflict_decided", sql`(${table.state} = 'OPEN') = (${table.decidedAt} IS NULL)`),
      ],
    ),
  };
}
