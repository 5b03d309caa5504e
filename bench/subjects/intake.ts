import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { sql } from "drizzle-orm";
import { importCommand } from "../../exchange/importCommand.ts";
import { startGateway } from "../../gateway/startGateway.ts";
import { openMigratedStore } from "../../subgraphs/openMigratedStore.ts";
import { readRows } from "../../subgraphs/shell/readRows.ts";
import { storeSettings } from "../../subgraphs/storeSettings.ts";
import { benchStore } from "../benchStore.ts";
import { manyFindings } from "../manyFindings.ts";
import { rounded } from "../rounded.ts";
import type { Row, Subject } from "../Subject.ts";

const facts = 30_000;
const factsPerPerson = 3;

/**
 * An import by the command itself, through the gateway over HTTP with its own bounds on a sender, and a durable record of every request.
 * Who a person is is not what is measured: each ticket is decided at once, by the database, so that every fact is written to its person.
 */
export const intake: Subject = {
  name: "intake",
  title: `npm run import of ${facts} police findings about ${facts / factsPerPerson} persons, as a new export and as the same one again`,
  alone: true,
  async measure({ progress }) {
    const { databaseUrl } = storeSettings({ DATABASE_URL: process.env.DATABASE_URL });
    const folder = mkdtempSync(join(tmpdir(), "sichtfeld-intake-"));
    const store = await benchStore(join(folder, "data"), databaseUrl);
    try {
      progress("migrates");
      await decideAtOnce(store.variables);
      const environment = { ...store.variables, PORT: "0", SICHTFELD_DATE: "2026-06-15", SICHTFELD_PERSONS: "100" };
      const gateway = await startGateway({ environment, onProgress: () => {}, report: () => {} });
      try {
        const file = await manyFindings(join(folder, "export.csv"), facts, factsPerPerson);
        const engine = databaseUrl === null ? "PGlite" : "PostgreSQL";
        const rows: Row[] = [];
        for (const what of ["new", "the same again"]) {
          progress(what);
          rows.push({ engine, export: what, ...(await importOnce(file, folder, gateway.url, environment)) });
        }
        return rows;
      } finally {
        await gateway.stop();
      }
    } finally {
      await store.drop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function decideAtOnce(variables: Readonly<Record<string, string>>): Promise<void> {
  const store = await openMigratedStore(storeSettings(variables));
  await store.script(`CREATE FUNCTION directory.decide() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      NEW.state := 'DECIDED'; NEW.person_ref := 'P-' || NEW.ticket; RETURN NEW; END $$;
    CREATE TRIGGER decide BEFORE INSERT ON directory.person_ticket FOR EACH ROW EXECUTE FUNCTION directory.decide();`);
  const [row] = await readRows<{ readonly count: number }>(
    store.owner,
    sql`SELECT count(*)::int AS count FROM directory.person_ticket`,
  );
  if (row?.count !== 0) throw new Error("The store of the benchmark is not empty.");
  await store.close();
}

async function importOnce(file: string, folder: string, url: string, environment: NodeJS.ProcessEnv): Promise<Row> {
  const output = new PassThrough();
  const args = ["dataanalyzer-csv", file, "--as", "lka-intake", "--reason", "Bench", "--url", url, "--json"];
  const before = performance.now();
  const exitCode = await importCommand(
    [...args, "--state", join(folder, "state")],
    environment,
    { output, errors: new PassThrough().resume() },
    "2026-06-15",
  );
  const minutes = (performance.now() - before) / 60_000;
  if (exitCode !== 0) throw new Error(`The import ended with ${exitCode}: ${String(output.read())}`);
  const { accepted, unchanged } = JSON.parse(String(output.read()));
  return {
    accepted,
    unchanged,
    seconds: rounded(minutes * 60),
    "facts a minute": Math.round((accepted + unchanged) / minutes),
  };
}
