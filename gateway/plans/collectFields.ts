import {
  type CompositeType,
  type FieldSelection,
  isSubtype,
  type OperationElement,
  type OutputType,
  type Schema,
  type SelectionSet,
} from "@apollo/federation-internals";

/** Whether a selection is in: what its @skip and @include say. */
export type Included = (element: OperationElement) => boolean;

/** All selections of one response key on one type. */
export interface CollectedField {
  readonly key: string;
  readonly name: string;
  /** Type on which it was first selected. */
  readonly parent: CompositeType;
  readonly type: OutputType;
  /** What is selected below; empty for a leaf. */
  readonly sets: readonly SelectionSet[];
  /** The selection itself where it asks for the schema. */
  readonly introspection: FieldSelection | null;
}

/**
 * The fields of selection sets that apply to an object, by response key, in the order of their first appearance.
 *
 * @param type the object's own type, or what its field declares where it does not say
 * @param typeName what it says of itself
 */
export function collectFields(
  sets: readonly SelectionSet[],
  type: CompositeType,
  typeName: string | undefined,
  schema: Schema,
  included: Included,
): readonly CollectedField[] {
  const found = new Map<string, CollectedField & { readonly sets: SelectionSet[] }>();
  for (const set of sets) visit(set, type);
  return [...found.values()];

  function visit(set: SelectionSet, parent: CompositeType): void {
    for (const selection of set.selections()) {
      if (!included(selection.element)) continue;
      if (selection.kind === "FieldSelection") collect(selection, parent);
      else {
        const { typeCondition } = selection.element;
        if (applies(typeCondition, parent)) visit(selection.selectionSet, typeCondition ?? parent);
      }
    }
  }

  function collect(selection: FieldSelection, parent: CompositeType): void {
    const { element } = selection;
    const key = element.responseName();
    const known = found.get(key);
    const below = selection.selectionSet;
    if (known !== undefined) {
      if (below !== undefined) known.sets.push(below);
      return;
    }
    found.set(key, {
      key,
      name: element.name,
      parent,
      type: element.definition.type as OutputType,
      sets: below === undefined ? [] : [below],
      introspection: element.definition.isSchemaIntrospectionField() ? selection : null,
    });
  }

  function applies(condition: CompositeType | undefined, parent: CompositeType): boolean {
    if (condition === undefined) return true;
    const own = typeName === undefined ? parent : schema.type(typeName);
    return own !== undefined && isSubtype(condition, own);
  }
}
