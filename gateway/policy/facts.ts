import { vocabulary } from "../../schema/vocabulary.ts";

const personRelations: readonly string[] = Object.keys(vocabulary.relations).filter((name) => name !== "ANY");
const recordRelations: readonly string[] = Object.keys(vocabulary.recordRelations);

/**
 * What holds between the asking office and one record: every relation (but ANY, which needs no tie), every fact of a person
 * and every fact of a record, each true or false. None may be missing.
 */
export type Facts = Readonly<Record<string, boolean>>;

/** Names that a complete set of facts has. */
export const factNames: readonly string[] = [
  ...personRelations,
  ...recordRelations,
  ...Object.keys(vocabulary.personFacts),
  ...Object.keys(vocabulary.recordFacts),
];

/** The complete facts of a record on which those in `holding` hold and no others. Names that the vocabulary lacks are left out. */
export function completeFacts(holding: Iterable<string>): Facts {
  const held = new Set(holding);
  return Object.fromEntries(factNames.map((name) => [name, held.has(name)]));
}

/**
 * What may hold on a record of a person on whom the facts in `holding` hold: relations to the record besides, but only where
 * there is one to the person.
 */
export function factsWithOwnRecord(holding: readonly string[]): readonly string[] {
  const isRelated = holding.some((name) => personRelations.includes(name));
  return isRelated ? [...new Set([...holding, ...recordRelations])].sort() : holding;
}
