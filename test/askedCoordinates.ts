import { buildSubgraphSchema } from "@apollo/subgraph";
import { type DocumentNode, getNamedType, isCompositeType, TypeInfo, visit, visitWithTypeInfo } from "graphql";
import { subgraphSdl } from "../schema/subgraphSdl.ts";

const schemas = new Map<string, ReturnType<typeof buildSubgraphSchema>>();

/** Coordinates that a request to a subgraph selects, as `subgraph Type.field`, whatever they are called by an alias. */
export function askedCoordinates(subgraph: string, document: DocumentNode): readonly string[] {
  const schema = schemas.get(subgraph) ?? buildSubgraphSchema(subgraphSdl(subgraph));
  schemas.set(subgraph, schema);
  const info = new TypeInfo(schema);
  const coordinates = new Set<string>();
  visit(
    document,
    visitWithTypeInfo(info, {
      Field(node) {
        const parent = info.getParentType();
        if (parent && isCompositeType(getNamedType(parent)) && !node.name.value.startsWith("_")) {
          coordinates.add(`${subgraph} ${parent.name}.${node.name.value}`);
        }
      },
    }),
  );
  return [...coordinates];
}
