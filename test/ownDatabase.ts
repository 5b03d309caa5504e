import postgres from "postgres";

/** A database made for a test or a benchmark. */
export interface OwnDatabase {
  readonly name: string;
  readonly url: string;
  drop(): Promise<void>;
}

/**
 * Makes a database of its own on a PostgreSQL server.
 *
 * @param server URL of a database there whose user may create others
 * @param template name of the database to copy, to which nobody is connected; null: an empty one
 */
export async function ownDatabase(server: string, template: string | null): Promise<OwnDatabase> {
  const name = `sichtfeld_own_${crypto.randomUUID().replaceAll("-", "")}`;
  const run = async (statement: string) => {
    const client = postgres(server, { max: 1, onnotice: () => {} });
    await client.unsafe(statement).finally(() => client.end());
  };
  await run(`CREATE DATABASE ${name}${template === null ? "" : ` TEMPLATE ${template}`}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { name, url: url.href, drop: () => run(`DROP DATABASE ${name}`) };
}
