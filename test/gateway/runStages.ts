import { type DocumentNode, Kind, parse, validate } from "graphql";
import { expect } from "vitest";
import { decide } from "../../gateway/decide.ts";
import { innerKey, narrow } from "../../gateway/narrow.ts";
import { readOperation } from "../../gateway/Operation.ts";
import type { OfficeAbility } from "../../gateway/policy/ability.ts";
import { redact } from "../../gateway/redact.ts";
import type { Supergraph } from "../../gateway/Supergraph.ts";

/** Runs decide and narrow on an operation that is valid against the whole API, and redact on data that came back. */
export function runStages(
  supergraph: Supergraph,
  text: string,
  ability: OfficeAbility,
  variables: Readonly<Record<string, unknown>> = {},
) {
  const document: DocumentNode = parse(text);
  const schema = supergraph.apiSchema;
  expect(validate(schema, document)).toEqual([]);
  const definition = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error("No operation.");
  const operation = readOperation(document, definition, variables, schema, supergraph);
  const decision = decide(operation, ability, supergraph);
  return {
    operation,
    decision,
    /** The document that is asked, on one line; null where nothing is. */
    narrowed: narrow(operation, decision, supergraph)?.text.replace(/\s+/g, " ") ?? null,
    redacted: (data: Readonly<Record<string, unknown>>) => redact(operation, decision, inner(data) as typeof data),
  };
}

/** What a subgraph would answer: the client's keys under the aliases that the gateway gave them. */
function inner(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inner);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([key, each]) => [
    key.startsWith("sf_") ? key : innerKey(key),
    inner(each),
  ]);
  return Object.fromEntries(entries);
}
