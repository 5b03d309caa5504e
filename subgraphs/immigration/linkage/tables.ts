import { sql } from "drizzle-orm";
import {
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { immigrationSchema } from "../immigrationSchema.ts";
import type { Comparison } from "./compare/levels.ts";

const instant = (name: string) => timestamp(name, { mode: "string", withTimezone: true });

/**
 * A person as an office described it, under the ticket that it was given; whom the ticket stands for says `directory.person_ticket`. Names are
 * kept letter by letter (DIN 91379, NFC), the date of birth as far as it is known: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
 */
export const announcedPerson = immigrationSchema.table(
  "announced_person",
  {
    ticket: text().primaryKey(),
    office: text().notNull(),
    /** The office's own reference of this description. */
    reference: text().notNull(),
    fileRef: text("file_ref").notNull(),
    familyName: text("family_name"),
    givenNames: text("given_names"),
    birthName: text("birth_name"),
    formerNames: text("former_names").array().notNull(),
    dateOfBirth: text("date_of_birth"),
    placeOfBirth: text("place_of_birth"),
    citizenships: text().array().notNull(),
    competentAuthority: text("competent_authority"),
    announcedBy: text("announced_by").notNull(),
    announcedOn: date("announced_on", { mode: "string" }).notNull(),
    announcedAt: instant("announced_at").notNull(),
    /** Operation by which it came, as the access log has it. */
    operationId: text("operation_id").notNull(),
    /** Office that is asked about it, while a person has to decide; else null. */
    clearingOffice: text("clearing_office"),
  },
  (table) => [
    uniqueIndex("announced_person_by_reference").on(table.office, table.reference),
    index("announced_person_to_clear").on(table.clearingOffice, table.announcedAt, table.ticket),
    check("announced_person_named", sql`${table.familyName} IS NOT NULL OR ${table.givenNames} IS NOT NULL`),
  ],
);

/** What of a person on file is compared with descriptions, beside the names and the birth that stand in `person`. */
export const linkageForm = immigrationSchema.table(
  "linkage_form",
  {
    personRef: text("person_ref").primaryKey(),
    /** Names that a merge brought. */
    formerNames: text("former_names").array().notNull(),
    /** See `blockingKeys`. */
    keys: text().array().notNull(),
    /** Terms by which the person is counted in `linkage_term`. */
    terms: text().array().notNull(),
  },
  (table) => [index("linkage_form_by_key").using("gin", table.keys)],
);

/** How many persons on file have a name or a date of birth; the term `*` counts them all. */
export const linkageTerm = immigrationSchema.table("linkage_term", {
  term: text().primaryKey(),
  persons: integer().notNull(),
});

/** Whom a description that a person has to decide on could be of. */
export const clearingCandidate = immigrationSchema.table(
  "clearing_candidate",
  {
    ticket: text().notNull(),
    personRef: text("person_ref").notNull(),
    /** Posterior odds, in bits. */
    bits: doublePrecision().notNull(),
    comparison: jsonb().$type<Comparison>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.ticket, table.personRef] }),
    index("clearing_candidate_of_person").on(table.personRef),
  ],
);

/** Everything that was done to tell persons apart: nothing is ever changed or taken out. */
export const linkageAct = immigrationSchema.table(
  "linkage_act",
  {
    id: text().primaryKey(),
    act: text({ enum: ["LINKED", "CREATED", "ASKED", "REOPENED", "MERGED", "MERGE_UNDONE", "WITHDRAWN"] }).notNull(),
    /** Ticket that was decided on; of a merge, the one in whose question both stood. */
    ticket: text().notNull(),
    /** Person that the ticket stands for by it; of a merge, who stays. Null where nobody is decided on. */
    personRef: text("person_ref"),
    /** Of a merge: who was one with `personRef`; else null. */
    duplicateRef: text("duplicate_ref"),
    /** Act that this one undoes; null for none. */
    undoes: text(),
    /** Staff id of who decided; null: the model did, or a term was over. */
    by: text(),
    office: text().notNull(),
    /** Null where no person decided. */
    reason: text(),
    actedOn: date("acted_on", { mode: "string" }).notNull(),
    at: instant("at").notNull(),
    /** Operation by which it came, as the access log has it; `term` and the date of the question where a term was over. */
    operationId: text("operation_id").notNull(),
  },
  (table) => [
    index("linkage_act_of_ticket").on(table.ticket),
    index("linkage_act_of_office").on(table.office, table.at, table.id),
    check("linkage_act_reasoned", sql`(${table.by} IS NULL) = (${table.reason} IS NULL)`),
  ],
);

/** Tickets that a merge pointed to another person, and the row of the person whom it took out. */
export const mergedRow = immigrationSchema.table(
  "merged_row",
  {
    act: text().notNull(),
    source: text({ enum: ["person_ticket", "person"] }).notNull(),
    /** Key of the row in its table: a ticket, or the id of the fact. */
    key: text().notNull(),
    /** The row as it was, where it was taken out; else null. */
    content: jsonb(),
  },
  (table) => [primaryKey({ columns: [table.act, table.source, table.key] })],
);
