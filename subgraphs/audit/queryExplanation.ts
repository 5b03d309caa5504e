import { readFileSync } from "node:fs";
import { buildASTSchema, type DocumentNode, type GraphQLSchema, parse } from "graphql";
import { offices } from "../../schema/offices.ts";
import { explainOperation, NotExplained } from "../../schema/policyRecord/explainOperation.ts";
import type { PolicyRecord } from "../../schema/policyRecord/PolicyRecord.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { SubgraphError } from "../shell/SubgraphError.ts";
import { knownName } from "./knownName.ts";
import { presentReason, presentRight } from "./presentRight.ts";
import { readPolicy } from "./readPolicy.ts";
import { unknownName } from "./unknownName.ts";

interface ExplanationArguments {
  readonly operation: string;
  readonly operationName?: string | null;
  readonly variables?: string | null;
  readonly office: string;
  readonly role: string;
  readonly purpose: string;
  readonly date?: string | null;
  readonly policyVersion?: string | null;
}

/** Tokens of an operation beyond which it is not read. */
const tokensMax = 4_000;

const sentences = {
  NO_OPERATION: "The text holds no operation of that name, or a fragment of it is missing.",
  TOO_MANY_FIELDS: "The operation selects too many fields to be explained.",
} as const;

/**
 * Why an operation would be answered as it is.
 *
 * @throws SubgraphError INVALID_INPUT for a name that does not exist and a text that is no operation
 */
export async function queryExplanation(folder: string, args: ExplanationArguments, { grant }: SubgraphContext) {
  const record = await readPolicy(folder, args.policyVersion ?? null);
  knownName("office", args.office, offices.keys());
  const ids = (named: readonly { readonly id: string }[]) => named.map(({ id }) => id);
  knownName("role", args.role, ids(record.roles));
  knownName("purpose", args.purpose, ids(record.purposes));
  const { office, role, purpose } = args;
  const asked = {
    document: parsed(args.operation),
    operationName: args.operationName ?? null,
    variables: variablesOf(args.variables ?? null),
  };
  try {
    const explained = explainOperation(asked, allTypes(), record, { office, role, purpose }, args.date ?? grant.date);
    return explained.map(({ rights, prohibitions, ...same }) => ({
      ...same,
      rights: rights.map((right) => presentRight(right, record)),
      prohibitions: prohibitions.map((id) => presentReason(id, record.prohibitions)),
    }));
  } catch (error) {
    throw error instanceof NotExplained ? told(error, record) : error;
  }
}

function told({ code, coordinate }: NotExplained, { fields }: PolicyRecord): SubgraphError {
  if (code !== "NO_SUCH_FIELD") return new SubgraphError("INVALID_INPUT", sentences[code], "operation");
  return unknownName(
    "coordinate",
    coordinate ?? "",
    fields.map((each) => each.coordinate),
    "operation",
  );
}

function parsed(operation: string): DocumentNode {
  try {
    return parse(operation, { maxTokens: tokensMax, noLocation: true });
  } catch {
    throw new SubgraphError("INVALID_INPUT", sentences.NO_OPERATION, "operation");
  }
}

function variablesOf(text: string | null): Readonly<Record<string, unknown>> {
  if (text === null) return {};
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read === "object" && read !== null && !Array.isArray(read)) return read as Record<string, unknown>;
  } catch {}
  throw new SubgraphError("INVALID_INPUT", "Give the variables as a JSON object.", "variables");
}

let read: GraphQLSchema | undefined;

/** Every type of the API, those of other subgraphs included: names alone, read once. */
function allTypes(): GraphQLSchema {
  read ??= buildASTSchema(
    parse(readFileSync(new URL("../../schema/supergraph.graphql", import.meta.url), "utf8"), { noLocation: true }),
    { assumeValidSDL: true },
  );
  return read;
}
