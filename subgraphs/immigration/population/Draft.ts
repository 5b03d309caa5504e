import type { Faker } from "@faker-js/faker";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Blueprint } from "../../population/Blueprint.ts";
import { addDays } from "../../shell/calendar/addDays.ts";
import { opaqueId } from "../../shell/opaqueId.ts";
import type { FactRow } from "../../shell/presentFact.ts";

/** A row to be written. */
export interface DraftRow {
  readonly table: PgTable;
  readonly values: object;
}

/** What is particular in the provenance of a synthetic fact. */
export interface FactOrigin {
  /** Kind of the fact in its id. */
  readonly prefix: string;
  readonly eventDate: string;
  readonly legalBasis: string;
  /** Reporting office and its file reference; by default the competent immigration authority. */
  readonly source?: { readonly office: string; readonly fileRef: string };
  readonly deleteBy?: string;
}

/** Longest and shortest time since the file of a person was opened, in days. */
const filedDaysAgo = { min: 500, max: 4000 } as const;

/** The rows of one synthetic person while they are drawn. */
export class Draft {
  readonly blueprint: Blueprint;
  readonly random: Faker;
  /** Day the file was opened, at the earliest the day of birth. */
  readonly filedOn: string;
  readonly #rows: DraftRow[] = [];
  readonly #factsByPrefix = new Map<string, number>();

  constructor(blueprint: Blueprint) {
    this.blueprint = blueprint;
    this.random = blueprint.random("immigration");
    this.filedOn = notBefore(blueprint.dateOfBirth, addDays(blueprint.date, -this.random.number.int(filedDaysAgo)));
  }

  get rows(): readonly DraftRow[] {
    return this.#rows;
  }

  add<T extends PgTable>(table: T, values: T["$inferInsert"]): void {
    this.#rows.push({ table, values });
  }

  /** Whether something that has this probability is the case. */
  chance(probability: number): boolean {
    return this.random.datatype.boolean({ probability });
  }

  /** A date between `max` and `min` days before the date of the population, but not before the file was opened. */
  daysAgo(min: number, max: number): string {
    return notBefore(this.filedOn, addDays(this.blueprint.date, -this.random.number.int({ min, max })));
  }

  /** A date between `min` and `max` days after the date of the population. */
  daysAhead(min: number, max: number): string {
    return addDays(this.blueprint.date, this.random.number.int({ min, max }));
  }

  /** The provenance of a fact. It is the same for every person with such a fact, so that it tells nothing else about them. */
  fact(origin: FactOrigin): FactRow & { readonly personRef: string } {
    const number = (this.#factsByPrefix.get(origin.prefix) ?? 0) + 1;
    this.#factsByPrefix.set(origin.prefix, number);
    const { personRef, competentAuthority, fileRef } = this.blueprint;
    const source = origin.source ?? { office: competentAuthority, fileRef };
    const recordedAt = `${origin.eventDate}T12:00:00.000Z`;
    return {
      factId: opaqueId(origin.prefix, `${personRef} ${number}`),
      personRef,
      version: 1,
      sourceOffice: source.office,
      sourceFileRef: source.fileRef,
      eventDate: origin.eventDate,
      recordedAt,
      lastChangedAt: recordedAt,
      deleteBy: origin.deleteBy ?? null,
      label: null,
      kind: "FACT",
      evidenceHolder: null,
      subjectCategory: "OTHER",
      restricted: false,
      legalBasis: origin.legalBasis,
      // The store makes it.
      tag: "",
    };
  }
}

function notBefore(earliest: string, drawn: string): string {
  if (drawn < earliest) return earliest;
  return drawn;
}
