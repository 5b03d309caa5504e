import {
  type Directive,
  type Operation,
  type OperationElement,
  type SelectionSet,
  Variable,
} from "@apollo/federation-internals";
import type { JsonObject } from "./Ask.ts";

type Condition = Directive<OperationElement, { if: boolean | Variable }>;

/** Names of the variables that @skip and @include of an operation ask, sorted. */
export function conditionNames({ selectionSet }: Operation): readonly string[] {
  const names = new Set<string>();
  const visit = (set: SelectionSet): void => {
    for (const selection of set.selections()) {
      for (const condition of conditionsOf(selection.element)) {
        const value = condition.arguments().if;
        if (value instanceof Variable) names.add(value.name);
      }
      if (selection.selectionSet !== undefined) visit(selection.selectionSet);
    }
  };
  visit(selectionSet);
  return [...names].sort();
}

/** @throws Error where a variable that decides is no boolean */
export function isIncluded(element: OperationElement, variables: Readonly<JsonObject>): boolean {
  return conditionsOf(element).every((condition) => holds(condition, variables) === (condition.name === "include"));
}

function conditionsOf(element: OperationElement): readonly Condition[] {
  return element.appliedDirectives.filter(
    ({ name }) => name === "skip" || name === "include",
  ) as unknown as Condition[];
}

function holds(condition: Condition, variables: Readonly<JsonObject>): boolean {
  const value = condition.arguments().if;
  if (!(value instanceof Variable)) return value;
  const given = variables[value.name];
  if (typeof given !== "boolean") throw new Error(`The variable ${value} of @${condition.name} is no boolean.`);
  return given;
}
