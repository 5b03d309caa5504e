import { and, desc, getTableName, type InferSelectModel, inArray, lte, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { keptOn } from "../../shell/keptOn.ts";
import type { FactRow } from "../../shell/presentFact.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";

/** A table with `factColumns`. */
export interface FactTable extends PgTable {
  readonly personRef: PgColumn;
  readonly factId: PgColumn;
  readonly eventDate: PgColumn;
  readonly deleteBy: PgColumn;
}

/** A row as it is read: its provenance, the person it is about, and its own columns. */
export type FactOf<T extends FactTable> = InferSelectModel<T> & FactRow & { readonly personRef: string };

/** One type of fact: its table, and which of its rows hold on the date of the question. */
export class FactType<T extends FactTable> {
  readonly table: T;
  readonly #valid: ((date: string) => SQL | undefined) | null;

  /** @param valid further condition on a row beside its event date, which must not lie in the future; null for none */
  constructor(table: T, valid: ((date: string) => SQL | undefined) | null = null) {
    this.table = table;
    this.#valid = valid;
  }

  /** Condition on a row of the table: it holds on the date, and may still be kept. */
  holdsOn(date: string): SQL | undefined {
    return and(lte(this.table.eventDate, date), keptOn(this.table, date), this.#valid?.(date));
  }

  /** Order in which rows stand: the latest event first. */
  get latestFirst(): readonly [SQL, SQL] {
    return [desc(this.table.eventDate), desc(this.table.factId)];
  }

  /** The person's rows that hold on the date of the question, the latest first. One statement for all persons of a page. */
  all(context: SubgraphContext, personRef: string): Promise<readonly FactOf<T>[]> {
    return context.loadRows(
      `immigration.${getTableName(this.table)}`,
      personRef,
      async (personRefs) => {
        const rows = await context.database
          .select()
          .from(this.table as PgTable)
          .where(and(inArray(this.table.personRef, [...personRefs]), this.holdsOn(context.grant.date)))
          .orderBy(...this.latestFirst);
        return rows as unknown as FactOf<T>[];
      },
      (row) => row.personRef,
    );
  }

  /** The person's latest row that holds on the date of the question; null without one. */
  async latest(context: SubgraphContext, personRef: string): Promise<FactOf<T> | null> {
    return (await this.all(context, personRef)).at(0) ?? null;
  }
}
