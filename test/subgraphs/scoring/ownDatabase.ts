import postgres from "postgres";

/**
 * A database of its own on a PostgreSQL server.
 *
 * @param server URL of a database there whose user may create others; null: none, the store is PGlite
 */
export async function ownDatabase(server: string | null) {
  if (server === null) return { databaseUrl: null, drop: async () => {} };
  const name = `scoring_${crypto.randomUUID().replaceAll("-", "")}`;
  const run = async (statement: string) => {
    const client = postgres(server, { max: 1, onnotice: () => {} });
    await client.unsafe(statement);
    await client.end();
  };
  await run(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { databaseUrl: url.href, drop: () => run(`DROP DATABASE ${name}`) };
}
