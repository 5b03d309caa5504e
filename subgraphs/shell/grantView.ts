import type { GrantClaims, GrantEntry } from "../../schema/grant.ts";
import { vocabulary } from "../../schema/vocabulary.ts";

/** Pseudo-relation that needs no row in the directory. */
export const anyRelation = "ANY";

/** A grant with its entries looked up by category. */
export interface GrantView extends Readonly<Omit<GrantClaims, "entries">> {
  /** Entries for reading (or combining) the category; empty: not granted. */
  reading(category: string): readonly GrantEntry[];
  /** Entries for writing the category; empty: not granted. */
  writing(category: string): readonly GrantEntry[];
}

/**
 * Whether a fact does not hold is known only of facts that this subgraph knows. An entry with another, as a newer gateway may send,
 * grants nothing.
 */
export function grantView(claims: GrantClaims): GrantView {
  const told = claims.entries.filter(({ unless }) => unless.every(isKnownFact));
  const reading = Map.groupBy(
    told.filter((entry) => entry.action !== "WRITE"),
    (entry) => entry.category,
  );
  const writing = Map.groupBy(
    told.filter((entry) => entry.action === "WRITE"),
    (entry) => entry.category,
  );
  return {
    ...claims,
    reading: (category) => reading.get(category) ?? [],
    writing: (category) => writing.get(category) ?? [],
  };
}

function isKnownFact(name: string): boolean {
  return Object.hasOwn(vocabulary.personFacts, name) || Object.hasOwn(vocabulary.recordFacts, name);
}

/** Whether one of the entries lets a record through on which these relations and facts hold. */
export function permits(entries: readonly GrantEntry[], facts: ReadonlySet<string>): boolean {
  return entries.some(
    ({ when, unless }) =>
      when.some((kind) => kind === anyRelation || facts.has(kind)) && !unless.some((kind) => facts.has(kind)),
  );
}
