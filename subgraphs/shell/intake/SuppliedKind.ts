import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { FactContent } from "./FactContent.ts";

/** A table with `factColumns`. */
export interface SuppliedTable extends PgTable {
  readonly factId: PgColumn;
  readonly personRef: PgColumn;
}

/** Relation that a fact makes between its source office and the person. Both dates are inclusive; `until` null: open. */
export interface FactTie {
  readonly since: string;
  readonly until: string | null;
}

/** A fact that is to be written, with the person it is about. */
export interface PlacedFact {
  readonly factId: string;
  readonly personRef: string;
  readonly version: number;
  readonly office: string;
  readonly recordedAt: string;
  readonly restricted: boolean;
  readonly content: FactContent;
}

/** A kind of fact that an office may send, in the subgraph that owns its table. */
export interface SuppliedKind {
  /** Name on the ledger, for example `POLICE_FINDING`. */
  readonly name: string;
  /** Data category that the grant must let the sender write. */
  readonly category: string;
  readonly table: SuppliedTable;
  /** Whether the fact is police data, which without a label is not kept (§ 22b PolG NRW). */
  readonly needsLabel: boolean;
  readonly subjectCategory: "CONVICTED" | "SUSPECTED" | "OTHER";
  /** Whether a person has one of it a day: an office's second one of a day that says otherwise is not taken. False by default. */
  readonly oneADay?: boolean;
  /** Name of the input field whose value cannot be stored; null where all can. */
  faultIn(content: FactContent, date: string): string | null;
  /** Columns of the table beside its provenance. */
  columns(content: FactContent): Readonly<Record<string, unknown>>;
  /** Last day on which it may be kept; null where that hangs on a later event. */
  deleteBy(content: FactContent): string | null;
  /** Kind of relation that `tie` makes, and all tables whose rows make it; null for a kind that never makes one. */
  readonly relation: { readonly kind: string; readonly madeBy: readonly SuppliedTable[] } | null;
  /** From when to when the relation holds; null for a fact that makes none. */
  tie(content: FactContent, office: string): FactTie | null;
  /** Last day on which the fact holds, where that is known; else null. */
  lastDay(content: FactContent): string | null;
  /** Rows that belong to the fact's own, in a table whose `owner` column names it; none by default. */
  readonly below?: {
    readonly table: PgTable;
    readonly owner: PgColumn;
    rows(fact: PlacedFact): readonly Readonly<Record<string, unknown>>[];
  };
}
