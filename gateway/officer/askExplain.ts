import { type DocumentNode, getOperationAST, parse, validate } from "graphql";
import { offices } from "../../schema/offices.ts";
import { contractSchema } from "../contractSchema.ts";
import { type Decision, decide, type Verdict } from "../decide.ts";
import { type Persona, personas } from "../identity/personas.ts";
import { type Operation, readOperation } from "../Operation.ts";
import { abilityFor } from "../policy/ability.ts";
import { contractCategories } from "../policy/contractCategories.ts";
import type { FieldSelection, Selection } from "../selection.ts";
import type { Answer } from "./Answer.ts";
import { Mistaken } from "./Mistaken.ts";
import type { OfficerDesk } from "./OfficerDesk.ts";
import { categoryText, conditionText, reasonText } from "./rightTexts.ts";

/** An operation of a persona. */
export interface OperationQuestion {
  readonly persona: string;
  readonly source: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Null: every purpose that the persona's token carries. */
  readonly purpose: string | null;
}

/** What becomes of one coordinate. */
interface Explained {
  readonly path: string;
  readonly coordinate: string;
  readonly verdict: Verdict["kind"] | "NOT_ASKED";
  readonly conditions: readonly string[];
  readonly rules: readonly string[];
  readonly prohibitions: readonly string[];
  /** Arguments, input fields and enum values with a category of their own that the field uses: what is tested like a datum. */
  readonly tests: readonly string[];
  /** What is withheld, where it is an argument or input that withholds the field; null else. */
  readonly withheld: string | null;
  readonly category: string | null;
}

/**
 * Why an operation is answered as it is: for each coordinate the verdict, its rules and norms.
 *
 * @throws Mistaken for a persona or purpose that does not exist, and for an operation that its contract does not take
 */
export function askExplain(desk: OfficerDesk, question: OperationQuestion): Answer {
  const persona = personas.get(question.persona);
  if (persona === undefined) throw Mistaken.unknown("persona", question.persona, personas.keys());
  if (question.purpose !== null && !persona.purposes.includes(question.purpose))
    throw Mistaken.unknown(`purpose of ${persona.name}`, question.purpose, persona.purposes);
  const operation = operationOf(desk, persona, question);
  const { kind } = offices.get(persona.office) ?? { kind: "LZPD" as const };
  const explained = (question.purpose === null ? persona.purposes : [question.purpose]).map((purpose) => {
    const ability = abilityFor(desk.policy, { id: persona.office, kind }, persona.role, purpose, desk.date);
    const decision = decide(operation, ability, desk.supergraph);
    return { purpose, coordinates: explainAll(operation.selections, { operation, decision, desk }, []) };
  });
  const heading = `${persona.name} (${persona.office} ${persona.role}) on ${desk.date}, by policy ${desk.record.version}:`;
  const texts = explained.map(
    ({ purpose, coordinates }) => `\nFor ${purpose}\n${coordinates.map((each) => line(each, desk)).join("\n")}\n`,
  );
  return {
    text: `${heading}\n${texts.join("")}`,
    json: { persona: persona.name, date: desk.date, version: desk.record.version, explained },
  };
}

function operationOf(desk: OfficerDesk, persona: Persona, { source, variables }: OperationQuestion): Operation {
  const office = offices.get(persona.office);
  if (office === undefined) throw new Mistaken(`There is no office ${persona.office}.`);
  const categories = contractCategories(desk.policy, office, persona.role, persona.purposes);
  if (categories.sees.size === 0) throw new Mistaken(`No rule grants ${persona.name} anything.`);
  const schema = contractSchema(desk.supergraph, categories);
  const document = parsed(source);
  const faults = validate(schema, document).map(({ message }) => message);
  if (faults.length > 0) throw new Mistaken(`Not in the contract of ${persona.name}:\n${faults.join("\n")}`);
  const definition = getOperationAST(document);
  if (!definition) throw new Mistaken("The file must hold one operation.");
  return readOperation(document, definition, variables, schema, desk.supergraph);
}

function parsed(source: string): DocumentNode {
  try {
    return parse(source);
  } catch (error) {
    throw new Mistaken(`The file holds no operation: ${(error as Error).message}`);
  }
}

interface Decided {
  readonly operation: Operation;
  readonly decision: Decision;
  readonly desk: OfficerDesk;
}

function explainAll(selections: readonly Selection[], decided: Decided, path: readonly string[]): readonly Explained[] {
  return selections.flatMap((selection) => {
    if (selection.kind === "fragment") return explainAll(selection.selections, decided, path);
    if (selection.node.name.value.startsWith("__")) return [];
    const below = [...path, selection.responseKey];
    return [explain(selection, decided, below), ...explainAll(selection.selections, decided, below)];
  });
}

function explain(
  field: FieldSelection,
  { operation, decision, desk: { supergraph } }: Decided,
  path: readonly string[],
): Explained {
  const isTested = (coordinate: string) =>
    supergraph.categories.get(coordinate)?.some((category) => category !== "INHERIT") ?? false;
  const tests = (operation.inputs.get(field) ?? []).filter(isTested);
  const at = { path: path.join("."), coordinate: field.coordinate, tests };
  const nothing = { conditions: [], rules: [], prohibitions: [], withheld: null, category: null };
  const verdict = decision.verdicts.get(field);
  if (verdict === undefined) return { ...at, ...nothing, verdict: "NOT_ASKED" };
  if (verdict.kind === "WITHHOLD") {
    const { coordinate, category, prohibitions } = verdict;
    return { ...at, ...nothing, verdict: "WITHHOLD", category, prohibitions, withheld: coordinate };
  }
  const grants = verdict.demands.flatMap(({ action, category }) => decision.ability.grants(action, category));
  return {
    ...at,
    ...nothing,
    verdict: verdict.kind,
    conditions: [...new Set(grants.map(conditionText))].sort(),
    rules: verdict.rules,
    prohibitions: [...new Set(grants.flatMap((grant) => grant.prohibitions))].sort(),
  };
}

function line(
  { path, coordinate, tests, verdict, conditions, rules, prohibitions, withheld, category }: Explained,
  { record }: OfficerDesk,
): string {
  const head = `  ${path} (${coordinate}${tests.length === 0 ? "" : `, tests ${tests.join(", ")}`})`;
  const by = (ids: readonly string[]) => ids.map((id) => reasonText(id, record)).join(", ");
  if (verdict === "NOT_ASKED") return `${head}: not asked, because what leads there is withheld`;
  if (verdict === "WITHHOLD") {
    const why = prohibitions.length === 0 ? "no rule grants it for this purpose" : `prohibited by ${by(prohibitions)}`;
    return `${head}: withheld, ${categoryText(category ?? "")} of ${withheld}: ${why}`;
  }
  const except = prohibitions.length === 0 ? "" : `; exceptions by ${by(prohibitions)}`;
  return `${head}: shown ${conditions.join(" / ")}\n    by ${by(rules)}${except}`;
}
