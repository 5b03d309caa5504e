import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

// Writes the SQL migrations of every room whose tables have changed. Reviewed and committed; a published one is never edited.
for (const room of ["shell", "immigration", "criminal-records", "scoring", "casework", "audit"]) {
  const tables = fileURLToPath(new URL(`${room}/tables.ts`, import.meta.url));
  if (!existsSync(tables)) continue;
  const out = `subgraphs/${room}/migrations`;
  process.stderr.write(`${room}: `);
  const run = spawnSync(
    "drizzle-kit",
    [
      "generate",
      "--dialect",
      "postgresql",
      "--schema",
      `subgraphs/${room}/tables.ts`,
      "--out",
      out,
      "--name",
      "tables",
    ],
    { stdio: ["ignore", 2, 2] },
  );
  if (run.status !== 0) process.exit(run.status ?? 1);
}
