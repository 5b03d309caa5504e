import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { buildSchema } from "graphql";
import { parse } from "yaml";
import { z } from "zod";
import type { ContractFile } from "./ContractFile.ts";
import { bareText, contractText, indexText } from "./contractTexts.ts";

const index = z.record(z.string(), z.array(z.string()));

/** Files of a folder of contracts: name → text. */
export type ContractTexts = ReadonlyMap<string, string>;

/** The files that contracts are written to. `bare`: without descriptions, as releases are kept. */
export function textsOf(files: readonly ContractFile[], bare: boolean): ContractTexts {
  const text = bare ? bareText : contractText;
  return new Map([
    ...files.map((file) => [`${file.name}.graphql`, text(file)] as const),
    ["index.yaml", indexText(files)] as const,
  ]);
}

/** Names of files in the folder that differ from these texts, are missing, or do not belong there. Sorted. */
export function staleFiles(folder: URL, texts: ContractTexts): readonly string[] {
  const surplus = generatedIn(folder).filter((name) => !texts.has(name));
  const differing = [...texts].filter(([name, text]) => readText(folder, name) !== text).map(([name]) => name);
  return [...surplus, ...differing].sort();
}

/** Makes the folder hold these texts and no other contract. */
export function writeTexts(folder: URL, texts: ContractTexts): void {
  mkdirSync(folder, { recursive: true });
  for (const name of generatedIn(folder)) if (!texts.has(name)) rmSync(new URL(name, folder));
  for (const [name, text] of texts) writeFileSync(new URL(name, folder), text);
}

/** The contracts that a folder holds; empty where there is none. */
export function readContracts(folder: URL): readonly ContractFile[] {
  const text = readText(folder, "index.yaml");
  if (text === null) return [];
  return Object.entries(index.parse(parse(text))).map(([name, readers]) => ({
    name,
    readers,
    schema: buildSchema(readText(folder, `${name}.graphql`) ?? ""),
  }));
}

function generatedIn(folder: URL): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => name.endsWith(".graphql") || name === "index.yaml");
}

function readText(folder: URL, name: string): string | null {
  const file = new URL(name, folder);
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}
