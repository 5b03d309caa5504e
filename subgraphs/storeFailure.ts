import type { StoreSettings } from "./storeSettings.ts";

const unreachable = /^(ECONN|ENOTFOUND|EAI_|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|CONNECT|08|57P)/;

/** How PGlite says that it cannot start on the files it finds. */
const damagedFolder = /PGlite failed to initialize|Aborted\(/;

/** What to do about a code of the operating system or of PostgreSQL, after "(CODE)". */
const databaseRemedies: Readonly<Record<string, string>> = {
  "28P01": "refuses the login. Correct user and password in DATABASE_URL",
  "28000": "refuses the login. Correct user and password in DATABASE_URL",
  "3D000": "does not have the database. Create it, or correct DATABASE_URL",
  "42501": "refuses to make roles and schemas. Give the URL of a user with CREATEROLE who owns the database",
  "42P01": "has no tables yet. Make them as its owner: npm run seed -- --migrate-only",
  "3F000": "has no tables yet. Make them as its owner: npm run seed -- --migrate-only",
  "53300": "has no free connection. Raise max_connections",
};

/**
 * An error whose message is one line that says what to do, for a store that could not be opened, migrated or filled.
 * It holds no password, no SQL and no values; the error itself is the cause.
 */
export function storeFailure(error: unknown, settings: StoreSettings): Error {
  const code = codeOf(error);
  const elsewhere = "Set SICHTFELD_DATA to a folder that this user may write";
  if (error instanceof Error && damagedFolder.test(error.message))
    return new Error(`The data folder ${settings.folder} holds a damaged database. ${elsewhere}, or remove it.`, {
      cause: error,
    });
  if (code === null) {
    // Errors without a code are this project's own and already say what to do; others are faults.
    const own = error instanceof Error && !error.message.includes("\n") && error.constructor !== TypeError;
    return own ? error : new Error("The store failed for a reason of the program's own.", { cause: error });
  }
  if (settings.databaseUrl === null) {
    return new Error(`The data folder ${settings.folder} cannot be used (${code}). ${elsewhere}.`, { cause: error });
  }
  const remedy = unreachable.test(code)
    ? "does not answer. Start it, or correct DATABASE_URL"
    : (databaseRemedies[code] ?? "refused a statement");
  return new Error(`The database at ${new URL(settings.databaseUrl).host} ${remedy} (${code}).`, { cause: error });
}

/** The first code in the chain of causes; of several addresses that were tried, the first one's. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code === "string" && code !== "") return code;
  return codeOf(error.cause) ?? (error instanceof AggregateError ? codeOf(error.errors[0]) : null);
}
