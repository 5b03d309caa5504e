import { type GraphQLSchema, isAbstractType, Kind } from "graphql";
import { included } from "./included.ts";
import { innerKey } from "./narrow.ts";
import type { FieldSelection, Selection } from "./selection.ts";

type Variables = Readonly<Record<string, unknown>>;

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

/** Selections → type and values of the variables that decide → groups. Made once, and let go with the operation. */
const kept = new WeakMap<readonly Selection[], Map<string, readonly FieldGroup[]>>();
const decisive = new WeakMap<readonly Selection[], readonly string[]>();

/** Combinations of booleans kept for one set of selections. */
const keptGroupsMax = 200;

/**
 * Finds the fields of selections that apply to an object of a type, by response key, in the order of their first appearance.
 *
 * @param root selections of the whole operation
 * @param schema the contract that the operation is valid against
 */
export function fieldGroups(
  root: readonly Selection[],
  schema: GraphQLSchema,
  variables: Variables,
): (selections: readonly Selection[], typeName: string) => readonly FieldGroup[] {
  const values = decisiveVariables(root)
    .map((name) => String(variables[name]))
    .join();
  return (selections, typeName) => {
    const byKey = kept.get(selections) ?? new Map<string, readonly FieldGroup[]>();
    kept.set(selections, byKey);
    const key = `${typeName} ${values}`;
    const known = byKey.get(key);
    if (known !== undefined) return known;
    const found = collect(selections, typeName, schema, variables);
    if (byKey.size >= keptGroupsMax) byKey.clear();
    byKey.set(key, found);
    return found;
  };
}

function collect(
  selections: readonly Selection[],
  typeName: string,
  schema: GraphQLSchema,
  variables: Variables,
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

/** Names of the variables that @skip and @include of an operation ask, sorted. */
function decisiveVariables(root: readonly Selection[]): readonly string[] {
  const known = decisive.get(root);
  if (known !== undefined) return known;
  const names = new Set<string>();
  const visit = (set: readonly Selection[]): void => {
    for (const selection of set) {
      const directives = selection.kind === "field" ? selection.node.directives : selection.directives;
      for (const { arguments: given } of directives ?? []) {
        for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      }
      visit(selection.selections);
    }
  };
  visit(root);
  const sorted = [...names].sort();
  decisive.set(root, sorted);
  return sorted;
}
