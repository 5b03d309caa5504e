import { createHash } from "node:crypto";
import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
  type VariableDefinitionNode,
  visit,
} from "graphql";
import { factReferencesField } from "../schema/factReferences.ts";
import type { Decision } from "./decide.ts";
import type { Operation } from "./Operation.ts";
import { dataSubjectField, relationFactsField, type Supergraph } from "./Supergraph.ts";
import type { FieldSelection, Selection } from "./selection.ts";

/** Aliases of what the gateway asks for itself. Clients may not use the prefix. */
export const reservedPrefix = "sf_";
/** Put before every response key of the client, see `innerKey`. */
const clientPrefix = "sfk_";
export const factsKey = `${reservedPrefix}facts`;
export const subjectKey = `${reservedPrefix}subject`;
export const typeKey = `${reservedPrefix}type`;
/** Alias of a field that tells which facts others rest on. */
export function referencesKey(fieldName: string): string {
  return `${reservedPrefix}${fieldName}`;
}
/** Record that a mutation's payload is about. */
export const aboutKey = `${reservedPrefix}about`;

/**
 * The alias under which a client's selection is asked. The planner adds keys and required fields under their own names; a
 * client's alias that equals one of them would stand in its place, and what it names would be combined, or shown, instead.
 */
export function innerKey(responseKey: string): string {
  return `${clientPrefix}${responseKey}`;
}

/** The client's response key behind an alias; other keys as they are. */
export function responseKeyOf<K extends string | number>(key: K): K | string {
  return typeof key === "string" && key.startsWith(clientPrefix) ? key.slice(clientPrefix.length) : key;
}

/** The operation that is really asked: withheld selections are gone, relation facts are added. */
export interface NarrowedOperation {
  readonly document: DocumentNode;
  /** The document as text: what is planned is exactly what is printed. */
  readonly text: string;
  /** SHA-256 of the printed text. Plans are kept by it, so that no office's plan can serve another's operation. */
  readonly hash: string;
  /** Names of the variables that are still used. */
  readonly variableNames: ReadonlySet<string>;
}

/**
 * Removes what is withheld before anything is planned.
 *
 * @returns null where nothing is left to ask
 */
export function narrow(operation: Operation, decision: Decision, supergraph: Supergraph): NarrowedOperation | null {
  const selections = narrowSet(operation.selections);
  if (selections.length === 0) return null;
  const definition: OperationDefinitionNode = {
    ...operation.definition,
    directives: [],
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
  const variableNames = usedVariables(definition);
  const variableDefinitions = (definition.variableDefinitions ?? []).filter((each: VariableDefinitionNode) =>
    variableNames.has(each.variable.name.value),
  );
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [{ ...definition, variableDefinitions }] };
  const text = print(document);
  return { document, text, hash: createHash("sha256").update(text).digest("hex"), variableNames };

  function narrowSet(set: readonly Selection[]): readonly SelectionNode[] {
    const asked = new Set<string>();
    return set.flatMap((selection): SelectionNode[] => {
      if (selection.kind === "field") {
        const narrowed = narrowField(selection);
        return narrowed.length === 0 ? [] : [...narrowed, ...referencesOf(selection, asked)];
      }
      if (isNever(selection.directives)) return [];
      const below = narrowSet(selection.selections);
      if (below.length === 0) return [];
      return [
        {
          kind: Kind.INLINE_FRAGMENT,
          ...(selection.typeCondition === null ? {} : { typeCondition: namedType(selection.typeCondition) }),
          directives: conditionsOf(selection.directives),
          selectionSet: { kind: Kind.SELECTION_SET, selections: below },
        },
      ];
    });
  }

  function narrowField(field: FieldSelection): SelectionNode[] {
    const verdict = decision.verdicts.get(field);
    if (verdict === undefined || verdict.kind === "WITHHOLD" || isNever(field.node.directives)) return [];
    const directives = conditionsOf(field.node.directives);
    const asked = {
      ...field.node,
      directives,
      alias: { kind: Kind.NAME, value: innerKey(field.responseKey) },
    } as const;
    if (field.objectType === null) return [asked];
    const about = decision.payloads.get(field);
    const selections = [
      ...ownFields(field.objectType),
      ...(about === undefined ? [] : [aboutField(about.fieldName, ownFields(about.typeName))]),
      ...narrowSet(field.selections),
    ];
    const isTold = isAbstractType(operation.schema.getType(field.objectType)) || !selections.some(isAskedAlways);
    const all = isTold ? [ownField(typeKey, "__typename"), ...selections] : selections;
    return [{ ...asked, selectionSet: { kind: Kind.SELECTION_SET, selections: all } }];
  }

  /** Which facts a field of a person or case rests on, asked under the field's own conditions: never without the field, never twice. */
  function referencesOf(field: FieldSelection, asked: Set<string>): readonly SelectionNode[] {
    const name = field.referencesField;
    if (name === null) return [];
    const selection = { ...ownField(referencesKey(name), name), directives: conditionsOf(field.node.directives) };
    const text = print(selection);
    if (asked.has(text)) return [];
    asked.add(text);
    return [selection];
  }

  /** What the gateway needs of an object to judge it, but for its type. */
  function ownFields(typeName: string): readonly FieldNode[] {
    const carrier = supergraph.carriers.get(typeName);
    return [
      ...(carrier === undefined ? [] : [ownField(factsKey, relationFactsField)]),
      ...(carrier?.namesSubject ? [ownField(subjectKey, dataSubjectField)] : []),
      ...(supergraph.factTypes.has(typeName)
        ? [ownField(referencesKey(factReferencesField), factReferencesField)]
        : []),
    ];
  }
}

/** Whether it is left out whatever the variables. The planner drops such a condition below one that hangs on a variable, and asks all the same. */
function isNever(directives: FieldNode["directives"]): boolean {
  return (directives ?? []).some((each) => literalOf(each) === (each.name.value === "skip"));
}

/** Whether it is a field that hangs on no variable. Without one, the planner asks for nothing of an object, and whether it is there is not known. */
function isAskedAlways(selection: SelectionNode): boolean {
  return selection.kind === Kind.FIELD && (selection.directives ?? []).length === 0;
}

/** The conditions that hang on a variable. */
function conditionsOf(directives: FieldNode["directives"]): readonly DirectiveNode[] {
  return (directives ?? []).filter((each) => literalOf(each) === null);
}

function literalOf({ arguments: given }: DirectiveNode): boolean | null {
  const value = given?.find(({ name }) => name.value === "if")?.value;
  return value?.kind === Kind.BOOLEAN ? value.value : null;
}

function ownField(alias: string, name: string): FieldNode {
  return { kind: Kind.FIELD, alias: { kind: Kind.NAME, value: alias }, name: { kind: Kind.NAME, value: name } };
}

function aboutField(name: string, selections: readonly FieldNode[]): FieldNode {
  return { ...ownField(aboutKey, name), selectionSet: { kind: Kind.SELECTION_SET, selections } };
}

function namedType(name: string) {
  return { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } } as const;
}

function usedVariables(definition: OperationDefinitionNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(definition.selectionSet, { Variable: (node) => void names.add(node.name.value) });
  return names;
}
