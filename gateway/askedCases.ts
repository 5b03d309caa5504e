import { Kind, type ValueNode, visit } from "graphql";
import { holdLimit } from "./holdLimit.ts";
import { argumentsOf, type Selection } from "./selection.ts";

/** Name of every argument and input field that takes the reference of a case. */
const caseArgument = "caseRef";

/** What a document writes at the place of a reference: texts, and names of variables. */
interface Written {
  readonly texts: readonly string[];
  readonly variables: readonly string[];
}

const written = new WeakMap<readonly Selection[], Written>();

/**
 * The case references that an operation asks for: the texts of arguments and input fields `caseRef`, whether there is such a case or
 * not.
 *
 * @param variables with defaults applied
 * @throws GatewayError LIMIT_EXCEEDED for a text that is longer than any reference
 */
export function askedCases(
  selections: readonly Selection[],
  variables: Readonly<Record<string, unknown>>,
): readonly string[] {
  const inDocument = written.get(selections) ?? writtenIn(selections);
  written.set(selections, inDocument);
  const byVariable = inDocument.variables.map((name) => (Object.hasOwn(variables, name) ? variables[name] : null));
  const texts = [...byVariable, ...casesIn(variables)].filter((each) => typeof each === "string");
  const cases = [...new Set([...inDocument.texts, ...texts])];
  // They go on record as they were written.
  for (const each of cases) holdLimit("caseCharactersMax", each.length);
  return cases;
}

function writtenIn(selections: readonly Selection[]): Written {
  const texts: string[] = [];
  const variables: string[] = [];
  const note = ({ name, value }: { readonly name: { readonly value: string }; readonly value: ValueNode }) => {
    if (name.value !== caseArgument) return;
    if (value.kind === Kind.STRING) texts.push(value.value);
    else if (value.kind === Kind.VARIABLE) variables.push(value.name.value);
  };
  for (const argument of argumentsOf(selections)) visit(argument, { Argument: note, ObjectField: note });
  return { texts, variables };
}

function casesIn(value: unknown): readonly unknown[] {
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, each]) => (name === caseArgument ? [each] : casesIn(each)));
}
