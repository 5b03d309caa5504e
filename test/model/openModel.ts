import { populate } from "../../subgraphs/population/populate.ts";
import { rooms } from "../../subgraphs/rooms.ts";
import { migrate } from "../../subgraphs/shell/migrate.ts";
import { openStore } from "../../subgraphs/shell/openStore.ts";
import { chance } from "./chance.ts";
import { ModelGateway } from "./ModelGateway.ts";
import { modelTables } from "./modelTables.ts";
import { prelude } from "./prelude.ts";
import { type ReadLog, readLog } from "./ReadLog.ts";
import { dropConstraints, readTables, type Tables } from "./Tables.ts";

/** What a run needs: a gateway before two stores, and the content of the first. */
export interface Model {
  readonly gateway: ModelGateway;
  readonly tables: Tables;
  readonly log: ReadLog;
}

/** Population that the small world is cut from. */
const population = { persons: 300, seed: 1 };

/**
 * @param emptyDump dump of a migrated PGlite without rows; null: made here
 * @param known content of the first store; null: made here
 */
export async function openModel(emptyDump: Blob | null, known: Tables | null = null): Promise<Model> {
  const first = await openStore({ folder: null, databaseUrl: null, dump: emptyDump });
  if (emptyDump === null) await migrate(first, rooms, () => null);
  const second = await openStore({ folder: null, databaseUrl: null, dump: emptyDump ?? (await first.dump()) });
  if (known === null) await populate(first, population, () => {});
  const tables = known ?? modelTables(await readTables(first), chance(population.seed));
  for (const store of [first, second]) await dropConstraints(store);
  const gateway = await ModelGateway.open([first, second]);
  await gateway.load(0, tables);
  await gateway.load(1, tables);
  await prelude(gateway);
  return { gateway, tables, log: await readLog(gateway) };
}
