import { getNamedType, isObjectType } from "graphql";
import type { GrantEntry } from "../schema/grant.ts";
import { vocabulary } from "../schema/vocabulary.ts";
import { type Demand, grantEntries } from "./grantEntries.ts";
import type { Operation } from "./Operation.ts";
import type { OfficeAbility } from "./policy/ability.ts";
import type { PolicyAction } from "./policy/foldRules.ts";
import type { Supergraph } from "./Supergraph.ts";
import type { FieldSelection, Selection } from "./selection.ts";

/** What is decided of one selected field. */
export type Verdict =
  /** May be read whatever the record. */
  | { readonly kind: "ALLOW"; readonly demands: readonly Demand[]; readonly rules: readonly string[] }
  /** May be read where the record stands in a relation that every demand accepts. */
  | { readonly kind: "ALLOW_IF"; readonly demands: readonly Demand[]; readonly rules: readonly string[] }
  | {
      readonly kind: "WITHHOLD";
      /** Coordinate that is withheld: the field's own, or that of an argument, input field or enum value it uses. */
      readonly coordinate: string;
      readonly category: string;
      readonly prohibitions: readonly string[];
    };

/** What one office may have of one operation for one purpose. Immutable. */
export interface Decision {
  readonly verdicts: ReadonlyMap<FieldSelection, Verdict>;
  /** Everything the operation needs that is granted, for the subgraphs. */
  readonly entries: readonly GrantEntry[];
  /** Of categories that others are told by in parts: for the subgraph that serves those others, and for no other. */
  readonly parts: readonly GrantEntry[];
  /** Coordinates that the operation only tests: arguments, input fields and enum values with a category of their own. */
  readonly tested: readonly string[];
  /** Categories that scoring combines for this operation. */
  readonly combined: readonly string[];
  readonly ability: OfficeAbility;
  /**
   * Mutation → field of its payload that leads to the record it is about. The gateway asks for it whatever the client selects,
   * so that a write is on record under its data subject.
   */
  readonly payloads: ReadonlyMap<FieldSelection, { readonly fieldName: string; readonly typeName: string }>;
}

/** Relation facts are the gateway's own tool: every grant lets them leave the subgraph, no contract shows them. */
const ownEntry: GrantEntry = { category: "RELATION_FACTS", action: "SEE", when: ["ANY"], unless: [] };

/**
 * Decides every field, argument, input field and enum value that the operation names, and what @requires pulls in behind it.
 * Pure: the same operation, ability and supergraph give the same decision.
 */
export function decide(operation: Operation, ability: OfficeAbility, supergraph: Supergraph): Decision {
  const verdicts = new Map<FieldSelection, Verdict>();
  const demanded = new Map<string, Demand>();
  const parts = new Set<string>();
  const tested = new Set<string>();
  const combined = new Set<string>();
  const payloads = new Map<FieldSelection, { readonly fieldName: string; readonly typeName: string }>();
  visit(operation.selections);
  return {
    verdicts,
    entries: [ownEntry, ...[...demanded.values()].flatMap((demand) => grantEntries(demand, ability))],
    parts: [...parts].flatMap((category) => grantEntries({ action: "SEE", category }, ability)),
    tested: [...tested].sort(),
    combined: [...combined].sort(),
    ability,
    payloads,
  };

  function visit(selections: readonly Selection[]): void {
    for (const selection of selections) {
      if (selection.kind === "fragment") visit(selection.selections);
      else if (!selection.node.name.value.startsWith("__")) visitField(selection);
    }
  }

  function visitField(field: FieldSelection): void {
    const verdict = decideField(field);
    verdicts.set(field, verdict);
    if (verdict.kind === "WITHHOLD") return;
    if (field.parentType === operation.schema.getMutationType()?.name) demandPayload(field);
    visit(field.selections);
  }

  function demandPayload(field: FieldSelection): void {
    const type = operation.schema.getType(field.objectType ?? "");
    if (!isObjectType(type)) return;
    for (const { name, type: returned } of Object.values(type.getFields())) {
      const typeName = getNamedType(returned).name;
      if (!supergraph.carriers.get(typeName)?.namesSubject) continue;
      const demands = (supergraph.categories.get(`${type.name}.${name}`) ?? []).map(
        (category): Demand => ({ action: "SEE", category }),
      );
      if (demands.some(({ category }) => ability.verdict("SEE", category).outcome === "WITHHOLD")) continue;
      for (const demand of demands) demanded.set(`SEE ${demand.category}`, demand);
      payloads.set(field, { fieldName: name, typeName });
      return;
    }
  }

  function decideField(field: FieldSelection): Verdict {
    const isMutation = field.parentType === operation.schema.getMutationType()?.name;
    const own = field.categories.map((category): Demand => ({ action: isMutation ? "WRITE" : "SEE", category }));
    if (own.length === 0) return withhold(field.coordinate, "UNCATEGORISED", "SEE");
    const behind = requiredBehind(field.coordinate).map((category): Demand => ({ action: "COMBINE", category }));
    const demands = [...own, ...behind];
    const missing = demands.find(({ action, category }) => ability.verdict(action, category).outcome === "WITHHOLD");
    if (missing) return withhold(field.coordinate, missing.category, missing.action);
    const refusedInput = decideInputs(field);
    if (refusedInput) return refusedInput;
    for (const demand of demands) demanded.set(`${demand.action} ${demand.category}`, demand);
    // Not needed for the field: the subgraph tells the part that rests on what is granted.
    for (const { category } of own) for (const part of vocabulary.categories[category]?.parts ?? []) parts.add(part);
    for (const { category } of behind) combined.add(category);
    const verdicts = demands.map(({ action, category }) => ability.verdict(action, category));
    return {
      kind: verdicts.every(({ outcome }) => outcome === "ALLOW") ? "ALLOW" : "ALLOW_IF",
      demands,
      rules: [...new Set(verdicts.flatMap(({ ruleIds }) => ruleIds))].sort(),
    };
  }

  /** Filters, orders and cursors reveal what they test: using an input is as good as reading its category. */
  function decideInputs(field: FieldSelection): Verdict | null {
    for (const coordinate of operation.inputs.get(field) ?? []) {
      for (const category of supergraph.categories.get(coordinate) ?? ["UNCATEGORISED"]) {
        if (category === "INHERIT") continue;
        const action = (["SEE", "WRITE"] as const).find(
          (each) => ability.verdict(each, category).outcome !== "WITHHOLD",
        );
        if (action === undefined) return withhold(coordinate, category, "SEE");
        tested.add(coordinate);
        demanded.set(`${action} ${category}`, { action, category });
      }
    }
    return null;
  }

  function requiredBehind(coordinate: string): readonly string[] {
    const required = supergraph.required.get(coordinate) ?? [];
    return [...new Set(required.flatMap((each) => supergraph.categories.get(each) ?? ["UNCATEGORISED"]))];
  }

  function withhold(coordinate: string, category: string, action: PolicyAction): Verdict {
    return { kind: "WITHHOLD", coordinate, category, prohibitions: ability.verdict(action, category).prohibitions };
  }
}
