import { type GraphQLSchema, isAbstractType } from "graphql";
import { included } from "./included.ts";
import { innerKey } from "./narrow.ts";
import type { FieldSelection, Selection } from "./selection.ts";

/** All selections of one response key on one type. */
export interface FieldGroup {
  readonly key: string;
  /** Key under which the value was asked for. */
  readonly innerKey: string;
  /** The first of them. */
  readonly field: FieldSelection;
  /** What is selected below any of them. */
  readonly below: readonly Selection[];
}

/**
 * Finds the fields of selections that apply to an object of a type, by response key, in the order of their first appearance.
 *
 * @param schema the contract that the operation is valid against
 */
export function fieldGroups(
  selections: readonly Selection[],
  typeName: string,
  schema: GraphQLSchema,
  variables: Readonly<Record<string, unknown>>,
): readonly FieldGroup[] {
  const groups = new Map<string, FieldSelection[]>();
  const visit = (set: readonly Selection[]): void => {
    for (const selection of set) {
      if (selection.kind === "fragment") {
        if (included(selection.directives, variables) && applies(selection.typeCondition, typeName)) {
          visit(selection.selections);
        }
      } else if (included(selection.node.directives, variables)) {
        const group = groups.get(selection.responseKey);
        if (group === undefined) groups.set(selection.responseKey, [selection]);
        else group.push(selection);
      }
    }
  };
  visit(selections);
  return [...groups].flatMap(([key, all]) => {
    const [field] = all;
    if (field === undefined) return [];
    return [{ key, innerKey: innerKey(key), field, below: all.flatMap((each) => each.selections) }];
  });

  function applies(typeCondition: string | null, typeName: string): boolean {
    if (typeCondition === null || typeCondition === typeName) return true;
    const type = schema.getType(typeCondition);
    return isAbstractType(type) && schema.getPossibleTypes(type).some((each) => each.name === typeName);
  }
}
