import { offices } from "../../schema/offices.ts";
import type { ContractFile } from "./ContractFile.ts";

/** What the readers of a released contract read now; null: nothing. Compared office by office, so that names of files do not matter. */
export function contractsNow(
  contract: ContractFile,
  released: readonly ContractFile[],
  current: readonly ContractFile[],
): ReadonlySet<ContractFile | null> {
  const roles = new Set(released.flatMap(({ readers }) => readers.map((reader) => reader.split(" ")[1] ?? "")));
  const now = new Set<ContractFile | null>();
  for (const { id, kind } of offices.values())
    for (const role of roles)
      if (contractOf(released, id, kind, role) === contract) now.add(contractOf(current, id, kind, role));
  return now;
}

/** A single office goes before its kind. */
function contractOf(files: readonly ContractFile[], id: string, kind: string, role: string): ContractFile | null {
  const readBy = (reader: string) => files.find(({ readers }) => readers.includes(reader));
  return readBy(`${id} ${role}`) ?? readBy(`${kind} ${role}`) ?? null;
}
