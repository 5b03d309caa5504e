import {
  type DocumentNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  visit,
} from "graphql";
import { GatewayError } from "./errors.ts";
import { holdLimit } from "./holdLimit.ts";
import { limits } from "./limits.ts";
import { reservedPrefix } from "./narrow.ts";
import { argumentsOf, type FieldSelection, type Selection } from "./selection.ts";

/**
 * Counts what a document writes, before it is validated: validation itself must not be made to work for long.
 *
 * @throws GatewayError LIMIT_EXCEEDED with the limit's name, RESERVED_ALIAS, or MALFORMED_REQUEST for a NUL or half a surrogate pair in a text
 */
export function checkDocument(document: DocumentNode): void {
  const counts = { selections: 0, spreads: 0, aliases: 0, directives: 0, operations: 0 };
  visit(document, {
    OperationDefinition: ({ name }) => {
      counts.operations += 1;
      holdLimit("operationNameCharactersMax", name?.value.length ?? 0);
    },
    Field: (node) => {
      counts.selections += 1;
      if (node.alias === undefined) return;
      counts.aliases += 1;
      if (node.alias.value.startsWith("__") || node.alias.value.startsWith(reservedPrefix)) {
        throw new GatewayError("RESERVED_ALIAS");
      }
    },
    FragmentSpread() {
      counts.spreads += 1;
    },
    InlineFragment() {
      counts.spreads += 1;
    },
    Directive() {
      counts.directives += 1;
    },
    StringValue: (node) => refuseUnsayable(node.value),
  });
  holdLimit("operationsMax", counts.operations);
  holdLimit("selectionsMax", counts.selections);
  holdLimit("spreadsMax", counts.spreads);
  holdLimit("aliasesMax", counts.aliases);
  holdLimit("directivesMax", counts.directives);
  refuseCycles(document);
  holdLimit("expandedSelectionsMax", expandedSelections(document));
}

/** Selections of the largest operation with its fragments resolved, counted without resolving them. There are no cycles. */
function expandedSelections(document: DocumentNode): number {
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each.selectionSet] as const] : [],
    ),
  );
  const counted = new Map<string, number>();
  const inFragment = (name: string): number => {
    const known = counted.get(name) ?? countOf(fragments.get(name));
    counted.set(name, known);
    return known;
  };
  const countOf = (set: SelectionSetNode | undefined): number =>
    (set?.selections ?? []).reduce(
      (sum, each) =>
        sum + 1 + (each.kind === Kind.FRAGMENT_SPREAD ? inFragment(each.name.value) : countOf(each.selectionSet)),
      0,
    );
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  return Math.max(0, ...operations.map(({ selectionSet }) => countOf(selectionSet)));
}

/** Selections → values of the variables that set page sizes → found within the limits. Let go with the operation. */
const kept = new WeakMap<
  readonly Selection[],
  { readonly pageVariables: readonly string[]; readonly fit: Set<string> }
>();

/** Combinations of page sizes kept for one operation. */
const keptSizesMax = 200;

function pageVariables(selections: readonly Selection[]): readonly string[] {
  const values = argumentsOf(selections).flatMap(({ name, value }) => (name.value === "first" ? [value] : []));
  return values.flatMap((value) => (value.kind === Kind.VARIABLE ? [value.name.value] : []));
}

/**
 * Counts what a validated operation asks for, fragments resolved: root fields, depth, and the fields its answer can hold.
 *
 * @param variables as sent, for page sizes
 * @throws GatewayError LIMIT_EXCEEDED with the limit's name
 */
export function checkOperation(
  selections: readonly Selection[],
  schema: GraphQLSchema,
  variables: Readonly<Record<string, unknown>>,
): void {
  const known = kept.get(selections) ?? { pageVariables: pageVariables(selections), fit: new Set() };
  kept.set(selections, known);
  const sizes = known.pageVariables.map((name) => `${typeof variables[name]} ${variables[name]}`).join();
  if (known.fit.has(sizes)) return;
  holdLimit("rootFieldsMax", fieldsOf(selections).length);
  holdLimit("costMax", cost(selections, 1, "depthMax"));
  if (known.fit.size >= keptSizesMax) known.fit.clear();
  known.fit.add(sizes);

  function cost(set: readonly Selection[], depth: number, depthLimit: "depthMax" | "introspectionDepthMax"): number {
    holdLimit(depthLimit, depth);
    return fieldsOf(set).reduce((sum, field) => {
      const limit = field.node.name.value.startsWith("__") ? "introspectionDepthMax" : depthLimit;
      const below = field.selections.length === 0 ? 0 : cost(field.selections, depth + 1, limit);
      const total = sum + 1 + below * listLength(field);
      holdLimit("costMax", total);
      return total;
    }, 0);
  }

  /** A connection costs its page; a plain list is reckoned at a fixed length, unless it is the list of a page's edges. */
  function listLength(field: FieldSelection): number {
    const type = schema.getType(field.parentType);
    const definition =
      isObjectType(type) || isInterfaceType(type) ? type.getFields()[field.node.name.value] : undefined;
    if (definition === undefined) return 1;
    const page = definition.args.find((argument) => argument.name === "first");
    if (page !== undefined) {
      const given = field.node.arguments?.find((argument) => argument.name.value === "first")?.value;
      const size =
        given?.kind === Kind.VARIABLE
          ? variables[given.name.value]
          : given?.kind === Kind.INT
            ? Number(given.value)
            : null;
      return Math.max(1, typeof size === "number" ? size : Number(page.defaultValue ?? limits.assumedListLength));
    }
    return isList(definition.type) && !getNamedType(definition.type).name.endsWith("Edge")
      ? limits.assumedListLength
      : 1;
  }
}

function fieldsOf(set: readonly Selection[]): readonly FieldSelection[] {
  return set.flatMap((selection) => (selection.kind === "field" ? [selection] : fieldsOf(selection.selections)));
}

/**
 * Checks the values of variables before anything walks them: PostgreSQL stores no NUL in a text, no record can say half a surrogate pair, a bomb of brackets would exhaust
 * the stack, and `__proto__` is a setter.
 *
 * @throws GatewayError MALFORMED_REQUEST or LIMIT_EXCEEDED
 */
export function checkVariables(value: unknown, depth = 0): void {
  holdLimit("variableDepthMax", depth);
  refuseUnsayable(value);
  if (value === null || typeof value !== "object") return;
  // It would be set as a prototype wherever values are copied by name.
  if (Object.hasOwn(value, "__proto__")) {
    throw new GatewayError("MALFORMED_REQUEST", "A variable must not hold a member __proto__.");
  }
  for (const each of Object.values(value)) checkVariables(each, depth + 1);
}

function refuseUnsayable(value: unknown): void {
  if (typeof value !== "string") return;
  if (value.includes("\0")) throw new GatewayError("MALFORMED_REQUEST", "A text must not hold the character U+0000.");
  if (!value.isWellFormed()) throw new GatewayError("MALFORMED_REQUEST", "A text must not hold half a surrogate pair.");
}

function isList(type: GraphQLOutputType): boolean {
  return isNonNullType(type) ? isList(type.ofType) : isListType(type);
}

/** Validation reports cycles too, but other rules of the same run would already have walked them. */
function refuseCycles(document: DocumentNode): void {
  const spreads = new Map<string, readonly string[]>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
    const names: string[] = [];
    visit(definition, { FragmentSpread: (node) => void names.push(node.name.value) });
    spreads.set(definition.name.value, names);
  }
  const finished = new Set<string>();
  const walk = (name: string, above: ReadonlySet<string>): void => {
    if (above.has(name))
      throw new GatewayError("LIMIT_EXCEEDED", "Fragments must not spread themselves.", { limit: "spreadsMax" });
    if (finished.has(name)) return;
    for (const below of spreads.get(name) ?? []) walk(below, new Set([...above, name]));
    finished.add(name);
  };
  for (const name of spreads.keys()) walk(name, new Set());
}
