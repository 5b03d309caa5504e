import { readFileSync } from "node:fs";
import { z } from "zod";
import { nodeEnvironment } from "../schema/nodeEnvironment.ts";
import { personsText, seedText } from "./population/populationParameters.ts";

/** Where the store stands and what it is filled with, as the environment says. */
export interface StoreSettings {
  /** Folder of PGlite, of generated role passwords and of the access log. */
  readonly folder: string;
  /** PostgreSQL URL; null: PGlite in the folder. */
  readonly databaseUrl: string | null;
  /** JSON file with a password for each role; null: generated in the folder. PostgreSQL only. */
  readonly rolePasswordsFile: string | null;
  /** Persons asked for; null: not stated. */
  readonly persons: number | null;
  /** Seed asked for; null: not stated. */
  readonly seed: number | null;
  /** In production no synthetic persons are made. */
  readonly production: boolean;
}

const postgresUrl = z
  .string()
  .refine(isPostgresUrl, "must be a URL of the form postgres://user:password@host:port/database");

const environmentShape = z.object({
  SICHTFELD_DATA: z.string().min(1, "must name a folder").default(".data"),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_URL_FILE: z.string().optional(),
  SICHTFELD_ROLE_PASSWORDS: z.string().optional(),
  SICHTFELD_PERSONS: personsText.optional(),
  SICHTFELD_SEED: seedText.optional(),
  NODE_ENV: nodeEnvironment,
});

/**
 * Reads the settings of the store.
 *
 * @throws Error with one line that names the variable and says what it must be; it never shows a value
 */
export function storeSettings(environment: NodeJS.ProcessEnv): StoreSettings {
  const parsed = environmentShape.safeParse(environment);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`${issue?.path.join(".")} ${issue?.message}.`);
  }
  const given = parsed.data;
  return {
    folder: given.SICHTFELD_DATA,
    databaseUrl: given.DATABASE_URL ?? urlFrom(given.DATABASE_URL_FILE),
    rolePasswordsFile: given.SICHTFELD_ROLE_PASSWORDS ?? null,
    persons: given.SICHTFELD_PERSONS ?? null,
    seed: given.SICHTFELD_SEED ?? null,
    production: given.NODE_ENV === "production",
  };
}

function urlFrom(file: string | undefined): string | null {
  if (file === undefined) return null;
  const url = readSecret(file).trim();
  if (!isPostgresUrl(url)) throw new Error("DATABASE_URL_FILE must hold one postgres:// URL.");
  return url;
}

function readSecret(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`DATABASE_URL_FILE names a file that cannot be read (${code}): ${file}.`);
  }
}

function isPostgresUrl(text: string): boolean {
  return /^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? "") && URL.parse(text)?.hostname !== "";
}
