import * as graphql from "graphql";
import type { Asked } from "./Asked.ts";
import { demands } from "./demands.ts";
import { personsAskedFor } from "./personsAskedFor.ts";
import type { ReadLog } from "./ReadLog.ts";
import { type Item, type Registry, registry } from "./Registry.ts";
import { Rules } from "./Rules.ts";
import { roots } from "./roots.ts";
import { rowFields } from "./rowFields.ts";
import type { Setting } from "./Setting.ts";
import type { Tables } from "./Tables.ts";
import type { Worn } from "./Worn.ts";

/** An error as far as the reference knows it; `path` without positions in lists. */
export interface ExpectedError {
  readonly code: string;
  readonly path: readonly string[];
  readonly coordinate?: string;
  readonly category?: string;
}

/**
 * Data as they must be, and every error. Data are undefined where the whole is refused, and of a mutation, unless it is told what was
 * carried out.
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

type Resolve = (node: Node, args: Item, info: graphql.GraphQLResolveInfo) => unknown;

/**
 * The naive reference: one schema over plain objects, everything fetched and then filtered, the rules (`Rules`) read off the YAML without
 * CASL and without a line of the gateway. Slow, and meant to be seen right. What stands in the rows is told by tables beside it.
 */
export class Reference {
  readonly rules: Rules;
  readonly #registry: Registry;

  constructor(tables: Tables, log: ReadLog, setting: Setting) {
    this.#registry = registry(tables, log, setting.date);
    this.rules = new Rules(setting, this.#registry);
  }

  /**
   * @param schema the requester's contract, which the operation is valid against
   * @param carriedOut response key of a mutation → its payload, where the tables are those after it
   */
  answer(
    asked: Asked,
    schema: graphql.GraphQLSchema,
    worn: Worn | null = null,
    carriedOut: ReadonlyMap<string, Item> = new Map(),
  ): ReferenceAnswer {
    const whole = graphql.parse(asked.query);
    const isMutation = graphql.getOperationAST(whole, asked.operationName)?.operation === "mutation";
    const told = new Map<string, ExpectedError>();
    const tell = (error: ExpectedError) => {
      if (!told.has(error.path.join(" "))) told.set(error.path.join(" "), error);
    };
    const execute = (document: graphql.DocumentNode, resolve: Resolve) => {
      const { operationName, variables: variableValues } = asked;
      const rootValue: Node = { item: {}, facts: null, inherited: [] };
      const fieldResolver = (node: Node, args: Item, _: unknown, info: graphql.GraphQLResolveInfo) =>
        resolve(node, args, info);
      const options = { schema, document, operationName, variableValues, rootValue, fieldResolver } as never;
      return graphql.execute(options) as graphql.ExecutionResult;
    };
    if (worn?.isSpent) return refused("TOO_MANY_REQUESTS");
    // A mutation is judged by all that is written in it.
    const judged = isMutation ? graphql.visit(whole, { Directive: () => null }) : whole;
    const decided = execute(judged, (node, args, info) => this.#decide(node, args, info, tell));
    if (decided.data === undefined) return refused("MALFORMED_REQUEST");
    if (decided.errors) throw decided.errors[0];
    const persons = new Set(worn?.persons);
    const isOver = (further: readonly string[]) => {
      const before = persons.size;
      for (const each of further) persons.add(each);
      return worn !== null && persons.size > Math.max(before, worn.personsMax);
    };
    if (!isMutation && isOver(personsAskedFor(asked, schema))) return refused("CEILING_REACHED");
    if (isMutation && told.size > 0) return refused("MUTATION_REFUSED");
    const shown = new Set<string>();
    const { data, errors = [] } = execute(whole, (node, args, info) =>
      this.#resolve(node, args, info, tell, shown, carriedOut),
    );
    if (!isMutation && isOver([...shown])) return refused("CEILING_REACHED");
    const failed = errors.map(({ path = [], originalError }): ExpectedError => {
      const { code } = (originalError ?? {}) as { code?: string };
      if (code === undefined) throw originalError;
      return { code, path: path.filter((key) => typeof key === "string") };
    });
    return { data: isMutation && carriedOut.size === 0 ? undefined : data, errors: [...told.values(), ...failed] };
  }

  /** Tells what the policy withholds whatever the records: as if of everything there were something. */
  #decide(node: Node, args: Item, info: graphql.GraphQLResolveInfo, tell: (error: ExpectedError) => void): unknown {
    const { parentType, fieldName, path } = info;
    const refusal = this.#refusal(parentType, fieldName, args, node.inherited);
    if (refusal !== null) tell({ code: "UNAUTHORIZED_FIELD_OR_TYPE", path: keysOf(path), ...refusal });
    const type = graphql.getNullableType(info.returnType);
    const inherited = demands.categoriesOf(`${parentType.name}.${fieldName}`, node.inherited);
    if (graphql.isLeafType(type)) return graphql.isEnumType(type) ? type.getValues()[0]?.name : anything[type.name];
    const item = refusal === null ? { item: {}, facts: null, inherited } : null;
    return graphql.isListType(type)
      ? [graphql.isLeafType(graphql.getNamedType(type)) ? null : item].filter(Boolean)
      : item;
  }

  /** Why a field is withheld whatever the record: by its own categories, those behind it, or those of an input it uses. */
  #refusal(type: graphql.GraphQLObjectType, fieldName: string, args: Item, inherited: readonly string[]) {
    const coordinate = `${type.name}.${fieldName}`;
    const missing = demands.ofField(coordinate, inherited).find((demand) => !this.rules.mayEver(...demand));
    if (missing !== undefined) return { coordinate, category: missing[1] };
    const inputs = (type.getFields()[fieldName]?.args ?? []).flatMap((each) =>
      demands.ofInput(args[each.name], each.type, `${coordinate}(${each.name}:)`),
    );
    const used = inputs.find(([, each]) => !this.rules.mayEver("SEE", each) && !this.rules.mayEver("WRITE", each));
    return used === undefined ? null : { coordinate: used[0], category: used[1] };
  }

  /** The value of a field: null where it is withheld, rows left out where their records are. */
  #resolve(
    { item, facts, inherited: above }: Node,
    args: Item,
    { parentType, fieldName, returnType, path }: graphql.GraphQLResolveInfo,
    tell: (error: ExpectedError) => void,
    shown: Set<string>,
    carriedOut: ReadonlyMap<string, Item>,
  ): unknown {
    const { rules } = this;
    const coordinate = `${parentType.name}.${fieldName}`;
    if (this.#refusal(parentType, fieldName, args, above) !== null) return null;
    const type = graphql.getNamedType(returnType);
    const inherited = demands.categoriesOf(coordinate, above);
    const permits = (holding: readonly string[]) =>
      demands.ofField(coordinate, above).every((demand) => rules.may(...demand, holding));
    if (parentType.name === "Mutation") {
      const { caseRef, personRef } = args.input;
      const about = personRef === undefined ? rules.caseFacts(caseRef) : rules.personFacts(personRef);
      if (!permits(about)) tell({ code: "NOT_FOUND", path: keysOf(path) });
      const payload = carriedOut.get(String(path.key));
      return payload === undefined ? null : { item: payload, facts: about, inherited };
    }
    // A field that leads to a person or case is judged on that, one that leads to records on each, any other on the record it belongs to.
    const below = facts !== null && rules.isJudged(type.name) ? rules.anyRecordFacts(facts) : facts;
    if (!rules.isRecord(type.name) && below !== null && !permits(below)) {
      tell({ code: "UNAUTHORIZED_FIELD_OR_TYPE", path: keysOf(path), coordinate, category: inherited.join(" ") });
      return null;
    }
    const root = parentType.name === "Query" ? roots[fieldName] : undefined;
    const value = root
      ? root(args, rules, this.#registry)
      : rowFields[coordinate]
        ? rowFields[coordinate]({ item, facts: facts ?? [], rules, registry: this.#registry, args })
        : this.#registry.value(parentType.name, fieldName, item);
    if (value === null || value === undefined) return null;
    if (!graphql.isObjectType(type)) return type.name === "DateTime" ? new Date(value).toISOString() : value;
    const nodes = [value].flat().flatMap((each): Node[] => {
      const holding = rules.factsOf(type.name, each, facts);
      if (holding !== null && !permits(holding)) return [];
      if (rules.isRecord(type.name)) shown.add(rules.personOf(each));
      return [{ item: each, facts: holding, inherited }];
    });
    return graphql.isListType(graphql.getNullableType(returnType)) ? nodes : (nodes[0] ?? null);
  }
}

/** Values that stand for any, by type. */
const anything: Readonly<Record<string, unknown>> = {
  Int: 0,
  Float: 0,
  Boolean: false,
  ID: "",
  String: "",
  Date: "2026-01-01",
  DateTime: "2026-01-01T00:00:00.000Z",
};

const refused = (code: string): ReferenceAnswer => ({ data: undefined, errors: [{ code, path: [] }] });

function keysOf(path: graphql.GraphQLResolveInfo["path"] | undefined): readonly string[] {
  if (path === undefined) return [];
  return [...keysOf(path.prev), ...(typeof path.key === "string" ? [path.key] : [])];
}
