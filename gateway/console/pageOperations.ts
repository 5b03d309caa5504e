import { readdirSync, readFileSync } from "node:fs";
import { codegen } from "@graphql-codegen/core";
import * as typedDocumentNode from "@graphql-codegen/typed-document-node";
import * as typescriptOperations from "@graphql-codegen/typescript-operations";
import { buildSchema, type DefinitionNode, type DocumentNode, Kind, parse, visit } from "graphql";

/** Folder of the operations that the pages send: a folder a contract, a file a subject. */
export const operationsFolder = new URL("operations/", import.meta.url);

const contractsFolder = new URL("../../schema/contracts/", import.meta.url);

/** The example client's own operations, which are typed like those of the pages. */
export const exampleFolder = new URL("../../docs/example-client/", import.meta.url);
const exampleContract = "rrk-caseworker.graphql";

/** File of a contract's folder whose fragments the others spread. */
const fragmentsFile = "fragments.graphql";

/**
 * The modules that the pages import: each file of operations with the types of its answers, cut from the contract that its folder is named after.
 *
 * @returns path of the module below `operationsFolder` → text
 * @throws Error where an operation does not fit its contract
 */
export async function pageOperations(): Promise<ReadonlyMap<string, string>> {
  const modules = new Map<string, string>();
  const folders = readdirSync(operationsFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name: contract } of folders) {
    const folder = new URL(`${contract}/`, operationsFolder);
    const files = readdirSync(folder).filter((name) => name.endsWith(".graphql"));
    const shared = files.includes(fragmentsFile) ? read(new URL(fragmentsFile, folder)).definitions : [];
    for (const file of files.filter((name) => name !== fragmentsFile)) {
      const document = withFragments(read(new URL(file, folder)), shared);
      const text = await typed(document, file, `${contract}.graphql`);
      modules.set(`${contract}/${moduleOf(file)}`, withSharedClass(text));
    }
  }
  return modules;
}

/** The module that the example client imports. */
export function exampleOperations(): Promise<string> {
  const file = "operations.graphql";
  return typed(read(new URL(file, exampleFolder)), file, exampleContract);
}

function read(file: URL): DocumentNode {
  return parse(readFileSync(file, "utf8"));
}

/** The document with those of the fragments that it spreads; a fragment here spreads no other. */
function withFragments(document: DocumentNode, fragments: readonly DefinitionNode[]): DocumentNode {
  const spread = new Set<string>();
  visit(document, { FragmentSpread: ({ name }) => void spread.add(name.value) });
  const needed = fragments.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION && spread.has(each.name.value));
  return { ...document, definitions: [...document.definitions, ...needed] };
}

/** Code Generator writes the class of its documents into every module; the pages have it once. @throws Error where it writes another */
function withSharedClass(text: string): string {
  const own = /^export class TypedDocumentString<[\s\S]*?^\}\n/m;
  if (!own.test(text)) throw new Error("Code Generator writes no class TypedDocumentString any more.");
  return text
    .replace(own, "")
    .replace(
      /^import type \{ DocumentTypeDecoration \}.*$/m,
      "import { TypedDocumentString } from '../TypedDocumentString.ts';",
    );
}

function moduleOf(file: string): string {
  return file.replace(/\.graphql$/, ".ts");
}

async function typed(document: DocumentNode, file: string, contractFile: string): Promise<string> {
  const contract = readFileSync(new URL(contractFile, contractsFolder), "utf8");
  const text = await codegen({
    filename: moduleOf(file),
    schema: parse(contract),
    schemaAst: buildSchema(contract),
    documents: [{ location: file, document }],
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
