import { readdirSync, readFileSync } from "node:fs";
import { codegen } from "@graphql-codegen/core";
import * as typedDocumentNode from "@graphql-codegen/typed-document-node";
import * as typescriptOperations from "@graphql-codegen/typescript-operations";
import { buildSchema, parse } from "graphql";

/** Folder of the operations that the pages send, a file a contract. */
export const operationsFolder = new URL("operations/", import.meta.url);

const contractsFolder = new URL("../../schema/contracts/", import.meta.url);

/** The example client's own operations, which are typed like those of the pages. */
export const exampleFolder = new URL("../../docs/example-client/", import.meta.url);
const exampleContract = "rrk-caseworker.graphql";

/**
 * The modules that the pages import: each file of operations with the types of its answers, cut from the contract of its name.
 *
 * @returns name of the module → text
 * @throws Error where an operation does not fit its contract
 */
export async function pageOperations(): Promise<ReadonlyMap<string, string>> {
  const modules = new Map<string, string>();
  for (const file of readdirSync(operationsFolder).filter((name) => name.endsWith(".graphql")))
    modules.set(file.replace(/\.graphql$/, ".ts"), await typed(new URL(file, operationsFolder), file, file));
  return modules;
}

/** The module that the example client imports. */
export function exampleOperations(): Promise<string> {
  return typed(new URL("operations.graphql", exampleFolder), "operations.graphql", exampleContract);
}

async function typed(document: URL, file: string, contractFile: string): Promise<string> {
  const contract = readFileSync(new URL(contractFile, contractsFolder), "utf8");
  const text = await codegen({
    filename: file.replace(/\.graphql$/, ".ts"),
    schema: parse(contract),
    schemaAst: buildSchema(contract),
    documents: [{ location: file, document: parse(readFileSync(document, "utf8")) }],
    plugins: [{ typescriptOperations: {} }, { typedDocumentNode: {} }],
    pluginMap: { typescriptOperations, typedDocumentNode },
    config: {
      documentMode: "string",
      enumsAsTypes: true,
      immutableTypes: true,
      skipTypename: true,
      useTypeImports: true,
      dedupeFragments: true,
      strictScalars: true,
      scalars: { ID: "string", Date: "string", DateTime: "string" },
    },
  });
  return `// Made by npm run operations from ${file} and schema/contracts/${contractFile}.\n${text.trimEnd()}\n`;
}
