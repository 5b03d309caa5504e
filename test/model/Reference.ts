import { readFileSync } from "node:fs";
import { Supergraph } from "@apollo/federation-internals";
import * as graphql from "graphql";
import { getVariableValues } from "graphql/execution/values.js";
import type { AccessEntry } from "../../gateway/audit/AccessEntry.ts";
import { categoryIndex } from "../../schema/categoryIndex.ts";
import { SubgraphError } from "../../subgraphs/shell/SubgraphError.ts";
import type { Asked } from "./Asked.ts";
import { type Item, type Registry, registry } from "./Registry.ts";
import { type Action, Rules } from "./Rules.ts";
import { awaitsEstimate, roots } from "./roots.ts";
import type { Setting } from "./Setting.ts";
import type { Tables } from "./Tables.ts";

type Variables = Readonly<Record<string, unknown>>;

/** An error as far as the reference knows it; `path` without positions in lists. */
export interface ExpectedError {
  readonly code: string;
  readonly path: readonly string[];
  readonly coordinate?: string;
  readonly category?: string;
}

/**
 * Data as they must be, and every error. A mutation is not carried out: its data are undefined, and its errors are that it is refused, or that
 * there is no such record for the requester.
 */
export interface ReferenceAnswer {
  readonly data: unknown;
  readonly errors: readonly ExpectedError[];
}

/** An item of the answer, the facts it is judged by (null: no record above it), and the categories that its fields inherit. */
interface Node {
  readonly item: Item;
  readonly facts: readonly string[] | null;
  readonly inherited: readonly string[];
}

/** An operation as it is walked over. */
interface Asking {
  readonly document: graphql.DocumentNode;
  readonly variables: Variables;
  readonly isMutation: boolean;
  readonly tell: (error: ExpectedError) => void;
}

const sdl = readFileSync(new URL("../../schema/supergraph.graphql", import.meta.url), "utf8");
const schema = Supergraph.build(sdl).apiSchema().toGraphQLJSSchema();
const categories = categoryIndex(graphql.parse(sdl));

/** Derived data, and what it is derived from: all of it must be granted for combination. */
const derivedFrom: Readonly<Record<string, readonly string[]>> = {
  "Person.assessment": ["RESIDENCE_FACTS", "CONDUCT_FACTS", "CASEWORK_FACTS"],
};

/**
 * The naive reference: one merged schema over plain objects, everything fetched and then filtered, the rules read off the YAML without
 * CASL and without a line of the gateway. Slow, and meant to be seen right. Values come from the `Registry`, lists from `roots`.
 */
export class Reference {
  readonly rules: Rules;
  readonly #registry: Registry;

  constructor(tables: Tables, entries: readonly AccessEntry[], setting: Setting) {
    this.#registry = registry(tables, entries, setting.date);
    this.rules = new Rules(setting, this.#registry);
  }

  answer({ query, variables, operationName }: Asked): ReferenceAnswer {
    const document = graphql.parse(query);
    const operation = graphql.getOperationAST(document, operationName);
    if (!operation) throw new Error("There is no operation of that name.");
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    if (coerced === undefined) return { data: undefined, errors: [{ code: "MALFORMED_REQUEST", path: [] }] };
    const withheld = new Map<string, ExpectedError>();
    const tell = (error: ExpectedError) =>
      withheld.has(error.path.join(" ")) ? undefined : withheld.set(error.path.join(" "), error);
    const root = schema.getRootType(operation.operation) as graphql.GraphQLObjectType;
    const asking = { document, variables: coerced, isMutation: operation.operation === "mutation", tell };
    this.#walk(asking, operation.selectionSet, root, [], []);
    if (operation.operation === "mutation" && withheld.size > 0)
      return { data: undefined, errors: [{ code: "MUTATION_REFUSED", path: [] }] };
    const rootValue: Node = { item: {}, facts: null, inherited: [] };
    const fieldResolver: graphql.GraphQLFieldResolver<Node, unknown> = (node, args, _, info) =>
      this.#resolve(node, args, info, tell);
    const options = { schema, document, operationName, variableValues: variables, rootValue, fieldResolver };
    const { data, errors = [] } = graphql.execute(options) as graphql.ExecutionResult;
    const failed = errors.map(({ path = [], originalError }): ExpectedError => {
      const { code } = (originalError ?? {}) as { code?: string };
      if (code === undefined) throw originalError;
      return { code, path: path.filter((key) => typeof key === "string") };
    });
    return { data: operation.operation === "mutation" ? undefined : data, errors: [...withheld.values(), ...failed] };
  }

  /** Tells what the policy withholds of an operation whatever the records. */
  #walk(
    asking: Asking,
    set: graphql.SelectionSetNode,
    type: graphql.GraphQLObjectType,
    inherited: readonly string[],
    above: readonly string[],
  ): void {
    const { document, variables, isMutation, tell } = asking;
    for (const selection of set.selections) {
      const { GraphQLSkipDirective: skip, GraphQLIncludeDirective: include, getDirectiveValues } = graphql;
      const isLeftOut =
        getDirectiveValues(skip, selection, variables)?.if === true ||
        getDirectiveValues(include, selection, variables)?.if === false;
      // A mutation is judged by all that is written in it.
      if (isLeftOut && !isMutation) continue;
      if (selection.kind === graphql.Kind.INLINE_FRAGMENT) {
        this.#walk(asking, selection.selectionSet, type, inherited, above);
      } else if (selection.kind === graphql.Kind.FRAGMENT_SPREAD) {
        for (const each of document.definitions)
          if (each.kind === graphql.Kind.FRAGMENT_DEFINITION && each.name.value === selection.name.value)
            this.#walk(asking, each.selectionSet, type, inherited, above);
      } else if (!selection.name.value.startsWith("__")) {
        const path = [...above, selection.alias?.value ?? selection.name.value];
        const refusal = this.#refusal(type, selection, inherited, variables);
        const below = graphql.getNamedType(type.getFields()[selection.name.value]?.type);
        const own = categoriesOf(`${type.name}.${selection.name.value}`, inherited);
        if (refusal !== null) tell({ code: "UNAUTHORIZED_FIELD_OR_TYPE", path, ...refusal });
        else if (selection.selectionSet && graphql.isObjectType(below))
          this.#walk(asking, selection.selectionSet, below, own, path);
      }
    }
  }

  /** Why a field is withheld whatever the record: by its own categories, those behind it, or those of an input it uses. */
  #refusal(
    type: graphql.GraphQLObjectType,
    node: graphql.FieldNode,
    inherited: readonly string[],
    variables: Variables,
  ): { readonly coordinate: string; readonly category: string } | null {
    const coordinate = `${type.name}.${node.name.value}`;
    const missing = demandsOf(coordinate, inherited).find((demand) => !this.rules.mayEver(...demand));
    if (missing !== undefined) return { coordinate, category: missing[1] };
    for (const argument of type.getFields()[node.name.value]?.args ?? []) {
      const given = node.arguments?.find(({ name }) => name.value === argument.name)?.value;
      const isLeftOut = given?.kind === graphql.Kind.VARIABLE && !(given.name.value in variables);
      const value =
        given === undefined || isLeftOut
          ? argument.defaultValue
          : graphql.valueFromAST(given, argument.type, variables);
      for (const input of inputsIn(value, argument.type, `${coordinate}(${argument.name}:)`)) {
        const category = (categories.get(input) ?? []).find(
          (each) => each !== "INHERIT" && !this.rules.mayEver("SEE", each) && !this.rules.mayEver("WRITE", each),
        );
        if (category !== undefined) return { coordinate: input, category };
      }
    }
    return null;
  }

  #resolve(
    parent: Node,
    args: Record<string, unknown>,
    info: graphql.GraphQLResolveInfo,
    tell: (error: ExpectedError) => void,
  ): unknown {
    const { parentType, fieldName, returnType, fieldNodes, variableValues } = info;
    const coordinate = `${parentType.name}.${fieldName}`;
    if (this.#refusal(parentType, fieldNodes[0] as graphql.FieldNode, parent.inherited, variableValues) !== null)
      return null;
    const type = graphql.getNamedType(returnType);
    // A field that leads to one of these is judged on it, any other on the record it belongs to.
    const isRecord = this.rules.isRecord(type.name);
    const permits = (facts: readonly string[]) =>
      demandsOf(coordinate, parent.inherited).every(([action, category]) => this.rules.may(action, category, facts));
    const inherited = categoriesOf(coordinate, parent.inherited);
    const above =
      parent.facts !== null && this.rules.isJudged(type.name) ? this.rules.anyRecordFacts(parent.facts) : parent.facts;
    if (!isRecord && above !== null && !permits(above)) {
      const path = pathOf(info.path);
      tell({ code: "UNAUTHORIZED_FIELD_OR_TYPE", path, coordinate, category: inherited.join(" ") });
      return null;
    }
    if (parentType.name === "Mutation") {
      const { caseRef, personRef } = args.input as Item;
      const facts = personRef === undefined ? this.rules.caseFacts(caseRef) : this.rules.personFacts(personRef);
      if (!permits(facts)) tell({ code: "NOT_FOUND", path: pathOf(info.path) });
      return null;
    }
    const value = this.#value(parent, parentType.name, fieldName, args);
    if (value === null || value === undefined) return null;
    if (!graphql.isObjectType(type)) return type.name === "DateTime" ? new Date(value).toISOString() : value;
    const nodes = [value].flat().flatMap((item): Node[] => {
      const facts = this.#factsBelow(type.name, item, parent.facts);
      return facts !== null && !permits(facts) ? [] : [{ item, facts, inherited }];
    });
    return graphql.isListType(graphql.getNullableType(returnType)) ? nodes : (nodes[0] ?? null);
  }

  /** A score stays closed to the office in charge until the own estimate is given that the case was drawn for. */
  #afterEstimate(value: Item, concerns: (tie: Item) => boolean): Item {
    const isAwaiting = ({ kind, caseRef }: Item) => kind === "OWN_CASE" && awaitsEstimate(this.#registry, caseRef);
    if (this.rules.ties.filter(concerns).some(isAwaiting)) throw new SubgraphError("CONFLICT");
    return value;
  }

  #factsBelow(type: string, item: Item, above: readonly string[] | null): readonly string[] | null {
    if (type === "Person") return this.rules.personFacts(item.personRef);
    if (this.rules.isRecord(type)) return this.rules.caseFacts(item.caseRef);
    return above === null ? null : this.rules.recordFacts(type, item, above);
  }

  #value({ item, facts }: Node, type: string, field: string, args: Item): Item {
    const { rules } = this;
    if (type === "Query" && field in roots) return roots[field]?.(args, rules, this.#registry);
    if (type === "Case" && field === "person") return rules.ties.find(({ caseRef }) => caseRef === item.caseRef);
    if (type === "Person" && field === "assessment") {
      const combinable = this.#registry
        .value("Person", "investigations", item)
        .filter((each: Item) =>
          rules.may("COMBINE", "CONDUCT_FACTS", this.#factsBelow("Investigation", each, facts) ?? []),
        );
      const value = this.#registry.value(type, field, { personRef: item.personRef, investigations: combinable });
      return value && this.#afterEstimate(value, (tie) => tie.personRef === item.personRef);
    }
    if (type === "Case" && field === "recordedAssessments")
      return this.#afterEstimate(this.#registry.value(type, field, item), (tie) => tie.caseRef === item.caseRef);
    if (type === "Case" && field === "assessmentDisclosures") {
      const isTold = (fact: string) => rules.may("SEE", "ASSESSMENT_POINTS", [...(facts ?? []), fact]);
      const excluded = new Set(["RESTS_ON_PROCEEDINGS"].filter((fact) => !isTold(fact)));
      return this.#registry.value(type, field, {
        recorded: this.#registry.value("Case", "recordedAssessments", item),
        excluded,
      });
    }
    const value = this.#registry.value(type, field, item);
    // The provenance inherits the category of the investigation, and its file reference is a detail, which has a field of its own.
    return type === "Investigation" && field === "provenance" ? { ...value, sourceFileRef: null } : value;
  }
}

/** Categories of a field, `INHERIT` resolved. */
function categoriesOf(coordinate: string, inherited: readonly string[]): readonly string[] {
  const own = (categories.get(coordinate) ?? []).flatMap((category) =>
    category === "INHERIT" ? inherited : [category],
  );
  return [...new Set(own)].sort();
}

function demandsOf(coordinate: string, inherited: readonly string[]): readonly (readonly [Action, string])[] {
  const action: Action = coordinate.startsWith("Mutation.") ? "WRITE" : "SEE";
  return [
    ...categoriesOf(coordinate, inherited).map((category) => [action, category] as const),
    ...(derivedFrom[coordinate] ?? []).map((category) => ["COMBINE", category] as const),
  ];
}

/** Coordinates of all that an input value uses. A null is a use as well. */
function inputsIn(value: unknown, type: graphql.GraphQLInputType, coordinate: string): readonly string[] {
  if (value === undefined) return [];
  const named = graphql.getNamedType(type);
  const below = (each: unknown): readonly string[] => {
    if (each === null) return [];
    if (graphql.isEnumType(named)) return [`${named.name}.${each}`];
    if (!graphql.isInputObjectType(named)) return [];
    return Object.entries(each as object).flatMap(([name, member]) => {
      const field = named.getFields()[name];
      return field === undefined ? [] : inputsIn(member, field.type, `${named.name}.${name}`);
    });
  };
  return [coordinate, ...[value].flat().flatMap(below)];
}

function pathOf(path: graphql.GraphQLResolveInfo["path"] | undefined): readonly string[] {
  if (path === undefined) return [];
  return [...pathOf(path.prev), ...(typeof path.key === "string" ? [path.key] : [])];
}
