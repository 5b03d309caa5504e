import { type GraphQLField, type GraphQLFieldMap, getNamedType, isObjectType } from "graphql";

/** Field by which a type tells the versions of facts that its values are read from, each as `factId@version~tag`. Hidden from every contract. */
export const factReferencesField = "factReferences";

const cataloguePrefix = "catalogue@";

/** What an assessment rests on beside facts: the criteria that it was made by. Stands among its references. */
export function catalogueReference(version: string): string {
  return `${cataloguePrefix}${version}`;
}

/** Version of the criteria that a reference names; null for the reference of a fact. */
export function catalogueOf(reference: string): string | null {
  return reference.startsWith(cataloguePrefix) ? reference.slice(cataloguePrefix.length) : null;
}

type Fields = GraphQLFieldMap<unknown, unknown>;

/**
 * The hidden field that tells which facts a field's value rests on: one of its own, else that of the type.
 *
 * @param fields of the type, hidden ones included
 * @returns null where the type has none, and for a field that leads to records which tell their own
 */
export function referencesFieldOf(fields: Fields, field: GraphQLField<unknown, unknown>): string | null {
  const own = `${field.name}FactReferences`;
  if (own in fields) return own;
  if (!(factReferencesField in fields) || isOfTheGateway(field.name) || leadsToRecords(field)) return null;
  return factReferencesField;
}

/** Whether a field tells of other values instead of one of its own. */
export function isOfTheGateway(name: string): boolean {
  return (
    name === "relationFacts" ||
    name === "dataSubject" ||
    name === factReferencesField ||
    name.endsWith("FactReferences")
  );
}

function leadsToRecords({ type }: GraphQLField<unknown, unknown>): boolean {
  const named = getNamedType(type);
  if (!isObjectType(named)) return false;
  const fields = named.getFields();
  return factReferencesField in fields || "dataSubject" in fields;
}
