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

const usage = `Usage: npm run documents -- list | check | add <contract> <file.graphql>... | retire <contract> <id or name>...   [--folder <folder>]
list     every trusted document: contract, id, kind, name
check    whether all of them still fit their contract
add      registers operations, a file each; the id is the SHA-256 of the file's text
retire   takes documents away: their ids are answered like ids that never were. A name retires every version of that name
A gateway that runs reads the folder when it starts. The folder holds a manifest a contract; it is that of SICHTFELD_TRUSTED_DOCUMENTS unless it is said.`;

/** Lists, checks, adds and retires trusted documents, as `npm run documents` is asked to. Never throws. */
export function documentsCommand(args: string[], environment: NodeJS.ProcessEnv): CommandResult {
  const given = commandLine(args);
  const folder = given?.folder ?? environment.SICHTFELD_TRUSTED_DOCUMENTS;
  if (given?.help) return { output: `${usage}\n`, complaint: "", exitCode: 0 };
  const [verb, contract, ...files] = given?.positionals ?? [];
  const isNamed = contract !== undefined && files.length > 0;
  const isAdding = verb === "add" && isNamed;
  const isRetiring = verb === "retire" && isNamed;
  if (!isAdding && !isRetiring && !(["list", "check"].includes(verb ?? "") && contract === undefined))
    return ending(usage, 2);
  if (folder === undefined) return ending("Say the folder: --folder, or SICHTFELD_TRUSTED_DOCUMENTS.", 2);
  try {
    if (isAdding) return add(folder, contract, files);
    if (isRetiring) return retire(folder, contract, files);
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

type Trusted = Manifest["operations"][number];

function add(folder: string, name: string, files: readonly string[]): CommandResult {
  const contract = contractNamed(name);
  if (typeof contract === "string") return ending(contract, 2);
  const present = readManifest(folder, name, contract.schema)?.operations ?? [];
  const added = files.map((file) => operationOf(file, contract));
  write(folder, name, [...new Map([...present, ...added].map((each) => [each.id, each])).values()]);
  return told(added);
}

/** All of those that are named, or none. What a changed contract has made invalid can be retired like any other. */
function retire(folder: string, name: string, named: readonly string[]): CommandResult {
  const contract = contractNamed(name);
  if (typeof contract === "string") return ending(contract, 2);
  const present = readManifest(folder, name, null)?.operations ?? [];
  const isNamed = (each: Trusted) => named.includes(each.id) || named.includes(each.name);
  const unknown = named.find((each) => !present.some(({ id, name: called }) => each === id || each === called));
  if (unknown !== undefined) return ending(`${name} has no trusted document ${unknown}. Nothing was retired.`, 1);
  write(
    folder,
    name,
    present.filter((each) => !isNamed(each)),
  );
  return told(present.filter(isNamed));
}

/** The contract; else a sentence that says what is wrong with its name. */
function contractNamed(name: string): ContractFile | string {
  const known = readContracts(contracts);
  const contract = known.find((each) => each.name === name);
  if (contract !== undefined) return contract;
  const names = known.map((each) => each.name);
  const [near] = nearestNames(name, names, 0.6);
  const hint = near === undefined ? "schema/contracts/index.yaml names them." : `Did you mean ${near}?`;
  return `There is no contract ${name}. ${hint}`;
}

function write(folder: string, name: string, operations: readonly Trusted[]): void {
  const manifest: Manifest = {
    format: "apollo-persisted-query-manifest",
    version: 1,
    operations: operations.toSorted((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id)),
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(manifest, null, 2)}\n`);
}

function told(operations: readonly Trusted[]): CommandResult {
  return { output: operations.map((each) => `${each.id}  ${each.name}\n`).join(""), complaint: "", exitCode: 0 };
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
