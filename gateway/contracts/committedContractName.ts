import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import type { PolicyOffice } from "../policy/Policy.ts";

const index = z
  .record(z.string(), z.array(z.string()))
  .parse(parse(readFileSync(new URL("../../schema/contracts/index.yaml", import.meta.url), "utf8")));

const byReader = new Map(
  Object.entries(index).flatMap(([name, readers]) => readers.map((reader) => [reader, name] as const)),
);

/** Name of the committed contract that an office reads in a role, a single office before its kind; null for none. */
export function committedContractName(office: PolicyOffice, role: string): string | null {
  return byReader.get(`${office.id} ${role}`) ?? byReader.get(`${office.kind} ${role}`) ?? null;
}
