import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { contractReaders } from "../../../schema/contractReaders.ts";
import { offices } from "../../../schema/offices.ts";
import { type UsageCell, usageDayOf, usageFile } from "../../../schema/usageFile.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";

/**
 * What the gateways counted on a day, of the contracts that the asking office reads. Each gateway told of enough persons by itself, so that
 * their sum does. Nothing of a day that is not over, so that nobody watches a number grow with what one person does.
 *
 * @param today in Germany, by the wall clock
 */
export async function queryInterfaceUsage(
  folder: string,
  { day }: { readonly day: string },
  { grant }: Pick<SubgraphContext, "grant">,
  today: string,
): Promise<readonly UsageCell[]> {
  if (day >= today) return [];
  const contracts = contractsOf(grant.office);
  const names = (await readdir(folder).catch(() => [])).filter((name) => usageDayOf(name) === day);
  const cells = (await Promise.all(names.map((name) => cellsIn(join(folder, name))))).flat();
  const byName = Map.groupBy(
    cells.filter(({ contract }) => contracts.has(contract)),
    ({ contract, coordinate, client }) => `${contract} ${coordinate} ${client}`,
  );
  return [...byName]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, [first, ...others]]) =>
      first === undefined
        ? []
        : [{ ...first, operations: others.reduce((sum, { operations }) => sum + operations, first.operations) }],
    );
}

/** A file that is being taken away, or is none of ours, counts for nothing. */
async function cellsIn(path: string): Promise<readonly UsageCell[]> {
  try {
    return usageFile.parse(JSON.parse(await readFile(path, "utf8"))).cells;
  } catch {
    return [];
  }
}

function contractsOf(office: string): ReadonlySet<string> {
  const kind = offices.get(office)?.kind;
  const reads = (reader: string) => [office, kind].includes(reader.split(" ")[0]);
  return new Set([...contractReaders].filter(([, readers]) => readers.some(reads)).map(([name]) => name));
}
