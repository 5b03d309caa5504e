import type { DmnElement, DmnRequirement } from "./DmnElement.ts";

/** What a table asks for: a name, its type, and the id of the input or decision that gives it. */
export interface TableInput {
  readonly name: string;
  readonly type: string;
  readonly requires: { readonly kind: "input" | "decision"; readonly id: string };
}

/** A decision by table. */
export interface Table {
  /** Also the start of every id in it. */
  readonly id: string;
  /** As other decisions name it. */
  readonly name: string;
  readonly question: string;
  readonly description: string;
  readonly hitPolicy: "FIRST" | "UNIQUE" | "COLLECT";
  readonly inputs: readonly TableInput[];
  readonly output: { readonly name: string; readonly type: string };
  /** Cells in the order of the inputs, what the row gives (FEEL), and what it means. */
  readonly rows: readonly { readonly cells: readonly string[]; readonly gives: string; readonly means: string }[];
}

/** A decision with its table, as DMN has it. COLLECT adds up. */
export function decisionTable({ id, name, question, description, hitPolicy, inputs, output, rows }: Table): DmnElement {
  return {
    "@_id": id,
    "@_name": name,
    description: description,
    question: question,
    variable: { "@_id": `${id}_variable`, "@_name": name, "@_typeRef": output.type },
    informationRequirement: inputs.map(({ requires }, index) => requirement(`${id}_requires_${index + 1}`, requires)),
    decisionTable: {
      "@_id": `${id}_table`,
      "@_typeRef": output.type,
      "@_hitPolicy": hitPolicy,
      ...(hitPolicy === "COLLECT" ? { "@_aggregation": "SUM" } : {}),
      input: inputs.map((input, index) => ({
        "@_id": `${id}_in_${index + 1}`,
        inputExpression: {
          "@_id": `${id}_in_${index + 1}_expression`,
          "@_typeRef": input.type,
          text: input.name,
        },
      })),
      output: [{ "@_id": `${id}_out`, "@_name": output.name, "@_typeRef": output.type }],
      annotation: [{ "@_name": "Bedeutung" }],
      rule: rows.map(({ cells, gives, means }, row) => ({
        "@_id": `${id}_row_${row + 1}`,
        inputEntry: cells.map((cell, index) => ({
          "@_id": `${id}_row_${row + 1}_in_${index + 1}`,
          text: cell,
        })),
        outputEntry: [{ "@_id": `${id}_row_${row + 1}_out`, text: gives }],
        annotationEntry: [{ text: means }],
      })),
    },
  };
}

/** What a decision rests on. */
export function requirement(id: string, { kind, id: required }: TableInput["requires"]): DmnRequirement {
  const href = { "@_href": `#${required}` };
  return { "@_id": id, ...(kind === "input" ? { requiredInput: href } : { requiredDecision: href }) };
}
