import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Kind, type OperationDefinitionNode, parse } from "graphql";
import { nearestNames } from "../../schema/nearestNames.ts";
import type { CommandResult } from "../CommandResult.ts";
import type { ContractFile } from "../contracts/ContractFile.ts";
import { readContracts } from "../contracts/contractFolder.ts";
import { documentIdOf, faultOf, type Manifest, readManifest } from "./readManifest.ts";
import { TrustedDocuments } from "./TrustedDocuments.ts";

const usage = `Usage: npm run documents -- list | check | add <contract> <file.graphql>...   [--folder <folder>]
The folder holds a manifest a contract; it is that of SICHTFELD_TRUSTED_DOCUMENTS unless it is said.`;

/** Lists, checks and adds trusted documents, as `npm run documents` is asked to. Never throws. */
export function documentsCommand(args: string[], environment: NodeJS.ProcessEnv): CommandResult {
  const given = commandLine(args);
  const folder = given?.folder ?? environment.SICHTFELD_TRUSTED_DOCUMENTS;
  if (given?.help) return { output: `${usage}\n`, complaint: "", exitCode: 0 };
  const [verb, contract, ...files] = given?.positionals ?? [];
  const isAdding = verb === "add" && contract !== undefined && files.length > 0;
  if (!isAdding && !(["list", "check"].includes(verb ?? "") && contract === undefined)) return ending(usage, 2);
  if (folder === undefined) return ending("Say the folder: --folder, or SICHTFELD_TRUSTED_DOCUMENTS.", 2);
  try {
    if (isAdding) return add(folder, contract, files);
    TrustedDocuments.load(folder, false);
    const lines = readContracts(contracts).flatMap((each) => linesOf(folder, each));
    return {
      output: verb === "list" ? lines.join("") : "",
      complaint: `${lines.length} trusted documents, all valid.\n`,
      exitCode: 0,
    };
  } catch (error) {
    return ending((error as Error).message, 1);
  }
}

const contracts = new URL("../../schema/contracts/", import.meta.url);

function linesOf(folder: string, { name, schema }: ContractFile): readonly string[] {
  const operations = readManifest(folder, name, schema)?.operations ?? [];
  return operations.map((each) => `${name}  ${each.id}  ${each.type}  ${each.name}\n`);
}

function add(folder: string, name: string, files: readonly string[]): CommandResult {
  const known = readContracts(contracts);
  const contract = known.find((each) => each.name === name);
  if (contract === undefined) {
    const [near] = nearestNames(
      name,
      known.map((each) => each.name),
      0.6,
    );
    return ending(
      `There is no contract ${name}. ${near === undefined ? "schema/contracts/index.yaml names them." : `Did you mean ${near}?`}`,
      2,
    );
  }
  const present = readManifest(folder, name, contract.schema)?.operations ?? [];
  const added = files.map((file) => operationOf(file, contract));
  const byId = new Map([...present, ...added].map((each) => [each.id, each]));
  const manifest: Manifest = {
    format: "apollo-persisted-query-manifest",
    version: 1,
    operations: [...byId.values()].sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id)),
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(manifest, null, 2)}\n`);
  return { output: added.map((each) => `${each.id}  ${each.name}\n`).join(""), complaint: "", exitCode: 0 };
}

/** The file's one operation. Its text is taken as it stands, because its id is the hash of it. */
function operationOf(file: string, { schema }: ContractFile): Manifest["operations"][number] {
  const body = readFileSync(file, "utf8");
  const fault = faultOf(body, schema);
  if (fault !== null) throw new Error(`${file}: ${fault}`);
  const [operation, ...others] = parse(body).definitions.filter(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  );
  if (operation?.name === undefined || operation.operation === "subscription" || others.length > 0) {
    throw new Error(`${file}: must hold one operation, with a name.`);
  }
  return { id: documentIdOf(body), name: operation.name.value, type: operation.operation, body };
}

function commandLine(args: string[]) {
  try {
    const options = { folder: { type: "string" }, help: { type: "boolean", short: "h" } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    return { ...values, positionals };
  } catch {
    return null;
  }
}

function ending(line: string, exitCode: CommandResult["exitCode"]): CommandResult {
  return { output: "", complaint: `${line}\n`, exitCode };
}
