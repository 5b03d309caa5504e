import { sql } from "drizzle-orm";
import { pino } from "pino";
import { describeFailure } from "./describeFailure.ts";
import { listen } from "./listen.ts";
import { openSubgraphStore } from "./openSubgraphStore.ts";
import { readGrantPublicKey } from "./readGrantPublicKey.ts";
import { roster } from "./roster.ts";
import { serve } from "./serve.ts";
import type { Database } from "./shell/openStore.ts";
import { type SubgraphArguments, subgraphArguments } from "./subgraphArguments.ts";

const help = `Runs one subgraph alone, for a gateway that asks it over HTTP.

  npm run subgraph -- <${roster.map(({ name }) => name).join(" | ")}> [--port <number>]

  SICHTFELD_GRANT_PUBLIC_KEY_FILE  the gateway's public key for grants (Ed25519, SPKI PEM or JWK)
  DATABASE_URL, DATABASE_URL_FILE  PostgreSQL URL of the subgraph's own role, or a file that holds it;
                                   without one, the folder SICHTFELD_DATA (.data) is used, which no other process may have open
  SICHTFELD_MIGRATE=1              the URL is the owner's: bring the tables up to date first
  SICHTFELD_LOG                    folder of the access log (audit alone)
  PORT, HOST                       4001 and 127.0.0.1 by default
`;

/** One line an event on standard error. */
const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));

/** Longest wait for the database at a health check. */
const patienceMilliseconds = 2_000;

/** @returns what stops the subgraph: requests under way are answered, then the store is closed */
async function start({ subgraph, port, host }: SubgraphArguments): Promise<() => Promise<void>> {
  const grantKey = await readGrantPublicKey(process.env.SICHTFELD_GRANT_PUBLIC_KEY_FILE);
  const { store, database } = await openSubgraphStore(process.env, subgraph);
  try {
    const running = await serve(subgraph, database, grantKey, (name, error) =>
      logger.error({ subgraph: name, ...describeFailure(error) }, "failure"),
    );
    const listening = await listen(running, port, host, () => answers(database));
    process.stdout.write(`Subgraph ${subgraph.name} is ready: ${listening.url}/graphql\n`);
    return async () => {
      await listening.stop();
      await running.stop();
      await store.close();
    };
  } catch (error) {
    await store.close().catch(() => {});
    throw error;
  }
}

async function answers(database: Database): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), patienceMilliseconds);
  const asked = database.execute(sql`SELECT 1`).then(
    () => true,
    () => false,
  );
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}

/** @returns the exit status where the process is not to go on: 0 help, 1 failed, 2 wrong arguments */
async function run(): Promise<number | null> {
  let given: SubgraphArguments | null;
  try {
    given = subgraphArguments(process.argv.slice(2), process.env);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return 2;
  }
  if (given === null) {
    process.stdout.write(help);
    return 0;
  }
  try {
    const stop = await start(given);
    const end = () =>
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void end());
    return null;
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return 1;
  }
}

const status = await run();
if (status !== null) process.exitCode = status;
