import { contractReaders } from "../../schema/contractReaders.ts";
import type { PolicyOffice } from "../policy/Policy.ts";

const byReader = new Map(
  [...contractReaders].flatMap(([name, readers]) => readers.map((reader) => [reader, name] as const)),
);

/** Name of the committed contract that an office reads in a role, a single office before its kind; null for none. */
export function committedContractName(office: PolicyOffice, role: string): string | null {
  return byReader.get(`${office.id} ${role}`) ?? byReader.get(`${office.kind} ${role}`) ?? null;
}
