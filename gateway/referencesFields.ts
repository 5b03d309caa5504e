import { type DirectiveNode, type DocumentNode, type GraphQLSchema, isObjectType, Kind } from "graphql";
import { referencesFieldOf } from "../schema/factReferences.ts";
import { typeDefinitions } from "../schema/typeDefinitions.ts";

/**
 * Coordinate → hidden field of the same type that tells which facts the value rests on. What another subgraph tells is of another fact, so
 * both are fields of one; a field that several have, as a key, rests on none.
 *
 * @param innerSchema what the planner sees
 * @param document the supergraph
 */
export function referencesFields(innerSchema: GraphQLSchema, document: DocumentNode): ReadonlyMap<string, string> {
  const owners = ownersOf(document);
  const found = new Map<string, string>();
  for (const type of Object.values(innerSchema.getTypeMap()).filter(isObjectType)) {
    const fields = type.getFields();
    for (const field of Object.values(fields)) {
      const references = referencesFieldOf(fields, field);
      if (references === null) continue;
      const [owner, ofReferences] = [field.name, references].map((name) => owners.get(`${type.name}.${name}`) ?? []);
      if (owner?.length === 1 && owner[0] === ofReferences?.[0]) found.set(`${type.name}.${field.name}`, references);
    }
  }
  return found;
}

/** Coordinate → subgraphs that resolve it. */
function ownersOf(document: DocumentNode): ReadonlyMap<string, readonly string[]> {
  const graphs = (node: { readonly directives?: readonly DirectiveNode[] }, directive: string) =>
    (node.directives ?? [])
      .filter(({ name }) => name.value === directive)
      .filter(({ arguments: given }) => !given?.some(({ name }) => name.value === "external"))
      .flatMap(({ arguments: given }) =>
        (given ?? []).flatMap(({ name, value }) =>
          name.value === "graph" && value.kind === Kind.ENUM ? [value.value] : [],
        ),
      );
  return new Map(
    typeDefinitions(document).composites.flatMap((type) =>
      (type.fields ?? []).map((field): [string, readonly string[]] => {
        const named = graphs(field, "join__field");
        return [`${type.name.value}.${field.name.value}`, named.length > 0 ? named : graphs(type, "join__type")];
      }),
    ),
  );
}
