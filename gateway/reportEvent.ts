import { pino } from "pino";

const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));

/** One line an event on stderr; errors are named by class and code, never by a value. */
export function reportEvent(event: string, detail: Readonly<Record<string, unknown>>): void {
  const { error, ...rest } = detail;
  logger.warn({ ...rest, ...(error === undefined ? {} : { cause: describe(error) }) }, event);
}

/** Messages of databases and libraries can quote values, so only class and code are told. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const { code } = error as NodeJS.ErrnoException;
  const cause = error.cause === undefined ? "" : ` < ${describe(error.cause)}`;
  return `${error.name}${code === undefined ? "" : ` ${code}`}${cause}`;
}
