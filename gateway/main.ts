import { SingleBar } from "cli-progress";
import { pino } from "pino";
import { startGateway } from "./startGateway.ts";

/** One line an event on stderr; errors are named by class, code and place in the program, never by a value. */
const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));

function report(event: string, detail: Readonly<Record<string, unknown>>): void {
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

function progressBar(): (done: number, total: number) => void {
  const bar = new SingleBar({
    stream: process.stderr,
    format: "Population [{bar}] {value}/{total} persons",
    noTTYOutput: true,
    notTTYSchedule: 5000,
  });
  let started = false;
  return (done, total) => {
    if (!started) bar.start(total, done);
    started = true;
    bar.update(done);
    if (done >= total) bar.stop();
  };
}

try {
  const gateway = await startGateway({ environment: process.env, onProgress: progressBar(), report });
  const hint = gateway.settings.issuerUrl === null ? "  ·  token: npm run -s token -- rrk-muenster-caseworker" : "";
  console.log(`Sichtfeld is ready: ${gateway.url}/graphql  ·  GraphiQL: ${gateway.url}/graphiql${hint}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void gateway.stop().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : "The gateway could not start.");
  process.exit(1);
}
