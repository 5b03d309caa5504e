import { readFileSync } from "node:fs";

interface CodeListFile {
  readonly lists: readonly {
    readonly id: string;
    readonly version: string;
    readonly entries: readonly {
      readonly code: string;
      readonly name: string;
      readonly deprecated?: boolean;
      readonly grosseSperre?: unknown;
    }[];
  }[];
}

/** Value of an official code list, as the contract's `Code` has it. */
export interface CodeValue {
  readonly list: string;
  readonly code: string;
  readonly name: string;
}

const file: CodeListFile = JSON.parse(readFileSync(new URL("reference/codelists.json", import.meta.url), "utf8"));

/** Code list id → code → value. */
export const codeLists: ReadonlyMap<string, ReadonlyMap<string, CodeValue>> = new Map(
  file.lists.map(({ id, entries }) => [
    id,
    new Map(entries.map(({ code, name }) => [code, { list: id, code, name }] as const)),
  ]),
);

/**
 * The value of a code.
 *
 * @returns null for a null code
 * @throws for a code that the list does not have: a stored code is always of the list
 */
export function codeValue(list: string, code: string | null): CodeValue | null {
  if (code === null) return null;
  const value = codeLists.get(list)?.get(code);
  if (value === undefined) throw new Error(`List ${list} has no code ${code}.`);
  return value;
}
