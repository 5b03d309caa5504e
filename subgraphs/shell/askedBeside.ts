import { collectFields, collectSubFields } from "@graphql-tools/utils";
import { type FieldNode, type GraphQLResolveInfo, isObjectType } from "graphql";

const known = new WeakMap<readonly FieldNode[], ReadonlySet<string>>();

/**
 * Names of all fields that the operation asks of the object that a field stands on, that field included: through fragments, without what
 * `@skip` and `@include` leave out. Every element of a list is asked for the same, so it is worked out once a list.
 */
export function askedBeside(info: GraphQLResolveInfo): ReadonlySet<string> {
  const before = known.get(info.fieldNodes);
  if (before !== undefined) return before;
  const fields = fieldsOf(info, info.path.prev, info.parentType.name);
  const asked = new Set([...fields.values()].flat().map(({ name }) => name.value));
  known.set(info.fieldNodes, asked);
  return asked;
}

/** What is asked of the object of a type that stands at a path (none: the root), by response key. An index of a list is no step of its own. */
function fieldsOf(
  info: GraphQLResolveInfo,
  path: GraphQLResolveInfo["path"]["prev"],
  typeName: string,
): ReadonlyMap<string, FieldNode[]> {
  const { schema, fragments, operation } = info;
  const variableValues = { coerced: info.variableValues, sources: {} };
  if (path !== undefined && path.typename === undefined) return fieldsOf(info, path.prev, typeName);
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`There is no object type ${typeName}.`);
  if (path?.typename === undefined)
    return collectFields(schema, fragments, variableValues, type, operation.selectionSet).fields;
  const nodes = fieldsOf(info, path.prev, path.typename).get(String(path.key)) ?? [];
  return collectSubFields(schema, fragments, variableValues, type, nodes).fields;
}
