import type { PgColumn } from "drizzle-orm/pg-core";
import { person } from "../tables.ts";

/** An order of persons: the columns, the last of which is unique, and the category they tell of; null for none. */
export interface PersonOrder {
  readonly category: string | null;
  readonly columns: readonly PgColumn[];
  keysOf(row: PersonKeys): readonly string[];
}

/** What a row of the list carries. */
export interface PersonKeys {
  readonly personRef: string;
  readonly familyNameKey: string;
}

/** Orders by value of the contract's enum `PersonOrder`. No column is null, so that no row falls between two pages. */
export const personOrders = {
  PERSON_REF: { category: null, columns: [person.personRef], keysOf: ({ personRef }) => [personRef] },
  FAMILY_NAME: {
    category: "IDENTITY",
    columns: [person.familyNameKey, person.personRef],
    keysOf: ({ familyNameKey, personRef }) => [familyNameKey, personRef],
  },
} as const satisfies Record<string, PersonOrder>;
