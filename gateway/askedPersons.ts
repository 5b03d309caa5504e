import { type ArgumentNode, visit } from "graphql";
import { personRefPattern } from "../schema/personRefPattern.ts";
import { holdLimit } from "./holdLimit.ts";
import { argumentsOf, type Selection } from "./selection.ts";

const written = new WeakMap<readonly Selection[], readonly string[]>();

/**
 * The person references that an operation asks for: every text in an argument or a variable that has their form, whether
 * there is such a person or not, and wherever it stands.
 *
 * @param variables with defaults applied
 * @throws GatewayError LIMIT_EXCEEDED where they are more than one operation may ask for
 */
export function askedPersons(
  selections: readonly Selection[],
  variables: Readonly<Record<string, unknown>>,
): readonly string[] {
  const inDocument = written.get(selections) ?? referencesIn(argumentsOf(selections).flatMap(textsOf));
  written.set(selections, inDocument);
  const persons = [...new Set([...inDocument, ...referencesIn(textsIn(variables))])];
  holdLimit("askedPersonsMax", persons.length);
  return persons;
}

function referencesIn(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => personRefPattern.test(text));
}

function textsOf(argument: ArgumentNode): readonly string[] {
  const texts: string[] = [];
  visit(argument, { StringValue: ({ value }) => void texts.push(value) });
  return texts;
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(textsIn) : [];
}
