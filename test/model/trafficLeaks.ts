import { readFileSync } from "node:fs";
import {
  buildASTSchema,
  type GraphQLObjectType,
  getNamedType,
  getOperationAST,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from "graphql";
import { categoryIndex } from "../../schema/categoryIndex.ts";
import { isOfTheGateway } from "../../schema/factReferences.ts";
import { declaredInTraffic } from "./declaredExceptions.ts";
import type { Exchange } from "./ModelGateway.ts";
import type { Rules } from "./Rules.ts";

const sdl = parse(readFileSync(new URL("../../schema/supergraph.graphql", import.meta.url), "utf8"));
const schema = buildASTSchema(sdl, { assumeValidSDL: true });
const categories = categoryIndex(sdl);

type JsonObject = Readonly<Record<string, unknown>>;

/** Where the walk stands: facts of the record (null: none above), categories that fields inherit (null: led here from elsewhere). */
interface Place {
  readonly facts: readonly string[] | null;
  readonly inherited: readonly string[] | null;
}

/**
 * What a subgraph gave out in an exchange that the rules withhold, one line each: a field outside what is granted for the purpose, or a
 * value of a record that stands in no relation for it. What is declared to travel (`declaredExceptions.ts`) counts only where it is granted.
 */
export function trafficLeaks({ subgraph, request, answer }: Exchange, rules: Rules): readonly string[] {
  const document = parse(request.query);
  const operation = getOperationAST(document, request.operationName);
  if (!operation || !answer.data) return [];
  const root = schema.getRootType(operation.operation)?.name ?? "";
  const leaks = new Set<string>();
  walk(operation.selectionSet, root, answer.data, { facts: null, inherited: [] });
  return [...leaks];

  function walk(set: SelectionSetNode, typeName: string, data: JsonObject, place: Place): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const on = selection.typeCondition?.name.value;
        if (on === undefined || on === typeName) walk(selection.selectionSet, typeName, data, place);
      } else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        for (const each of document.definitions)
          if (each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === selection.name.value)
            walk(each.selectionSet, typeName, data, place);
      } else {
        const value = data[selection.alias?.value ?? selection.name.value];
        if (categories.get(`${typeName}.${selection.name.value}`)?.includes("FACT_REFERENCE")) {
          if (value !== null && value !== undefined && rules.isRecord(typeName) && !isTold(set, typeName, place))
            leaks.add(`${subgraph} gave out ${typeName}.${selection.name.value}, and nothing that rests on the fact`);
        } else if (selection.name.value === "_entities")
          entities(selection.selectionSet, value as readonly (JsonObject | null)[]);
        else if (!selection.name.value.startsWith("__") && value !== null && value !== undefined)
          field(selection.name.value, selection.selectionSet ?? null, typeName, value, place);
      }
    }
  }

  /**
   * The reference of a fact is told with what rests on it: on a person or case a field that may be read stands beside it. A record that
   * is a fact itself was led to by a field that may be read.
   */
  function isTold(set: SelectionSetNode, typeName: string, { facts, inherited }: Place): boolean {
    return flat(set).some(({ name }) => {
      if (isOfTheGateway(name.value) || name.value.startsWith("__")) return false;
      const own = (categories.get(`${typeName}.${name.value}`) ?? []).flatMap((each) =>
        each === "INHERIT" ? (inherited ?? []) : [each],
      );
      return own.every(
        (category) =>
          declaredInTraffic(category, facts, rules) ||
          (facts === null ? rules.mayEver("SEE", category) : rules.may("SEE", category, facts)),
      );
    });
  }

  function entities(set: SelectionSetNode | undefined, found: readonly (JsonObject | null)[]): void {
    const asked = request.variables.representations as readonly JsonObject[];
    asked.forEach((reference, index) => {
      const entity = found[index];
      const typeName = String(reference.__typename);
      if (set && entity) walk(set, typeName, entity, { facts: factsOf(typeName, reference), inherited: null });
    });
  }

  function field(name: string, set: SelectionSetNode | null, typeName: string, value: unknown, place: Place): void {
    const coordinate = `${typeName}.${name}`;
    const own = (categories.get(coordinate) ?? []).flatMap((each) =>
      each === "INHERIT" ? (place.inherited ?? []) : [each],
    );
    const type = getNamedType((schema.getType(typeName) as GraphQLObjectType).getFields()[name]?.type);
    const isRecord = type !== undefined && rules.isRecord(type.name);
    const isWrite = typeName === "Mutation";
    for (const each of [value].flat()) {
      if (each === null) continue;
      const facts =
        isRecord && set
          ? factsIn(type.name, set, each as JsonObject)
          : set && type && rules.isJudged(type.name)
            ? [...(place.facts ?? []), ...ownFacts(set, each as JsonObject)]
            : place.facts;
      for (const category of isWrite ? [] : own) {
        if (declaredInTraffic(category, facts, rules)) continue;
        if (facts === null ? !rules.mayEver("SEE", category) : !rules.may("SEE", category, facts))
          leaks.add(
            `${subgraph} gave out ${coordinate} (${category}) of a record with the facts ${facts?.join(" ") ?? "of none"}`,
          );
      }
      if (set && isObjectType(type)) walk(set, type.name, each as JsonObject, { facts, inherited: own });
    }
  }

  /** A record is known by its key, or by the data subject that the gateway has asked for. */
  function factsIn(typeName: string, set: SelectionSetNode, data: JsonObject): readonly string[] {
    const read = (wanted: string): unknown => {
      const found = flat(set).find(({ name }) => name.value === wanted);
      return found && data[found.alias?.value ?? wanted];
    };
    if (typeName === "Person") return factsOf("Person", { personRef: read("personRef") ?? read("dataSubject") });
    const nested = flat(set).find(({ name }) => name.value === "case");
    const inside = nested && (data[nested.alias?.value ?? "case"] as JsonObject | null);
    if (typeName !== "Case" && nested?.selectionSet && inside) return factsIn("Case", nested.selectionSet, inside);
    const caseRef = read("caseRef");
    if (typeof caseRef === "string") return factsOf("Case", { caseRef });
    const subject = read("dataSubject");
    return typeof subject === "string"
      ? rules.ties.filter(({ personRef }) => personRef === subject).map(({ kind }) => kind)
      : [];
  }

  /** What a record that is judged by itself says of itself; the reference holds the rows themselves to it. */
  function ownFacts(set: SelectionSetNode, data: JsonObject): readonly string[] {
    const found = flat(set).find(({ name }) => name.value === "relationFacts");
    return (found && (data[found.alias?.value ?? found.name.value] as readonly string[])) ?? [];
  }

  function factsOf(typeName: string, reference: JsonObject): readonly string[] {
    return typeName === "Person"
      ? rules.personFacts(String(reference.personRef))
      : rules.caseFacts(String(reference.caseRef));
  }

  function flat(set: SelectionSetNode): readonly (SelectionSetNode["selections"][number] & { kind: Kind.FIELD })[] {
    return set.selections.flatMap((selection) =>
      selection.kind === Kind.FIELD
        ? [selection]
        : selection.kind === Kind.INLINE_FRAGMENT
          ? flat(selection.selectionSet)
          : [],
    );
  }
}
