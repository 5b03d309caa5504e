import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";
import { SingleBar } from "cli-progress";
import { reportEvent } from "./reportEvent.ts";
import { startArguments } from "./startArguments.ts";
import type { RunningWorkers } from "./workers/startWorkers.ts";

// Compiled modules are kept between starts: loading them is most of a second start.
enableCompileCache();

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

/** Ends with the npm that started it: npm's shell does not hand on the signal that ends it. */
function endWithNpm(stop: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || stop(), 1_000).unref();
}

// Which data subject works where no store tells; in the demonstration one of the showcases works at RRK Münster.
if (process.env.NODE_ENV !== "production") {
  const register = new URL("../subgraphs/audit/detectors/demonstrationRegister.json", import.meta.url);
  process.env.SICHTFELD_STAFF_REGISTER ??= fileURLToPath(register);
}

/** With several workers they take the requests, and this process holds what there is one of. */
async function start(environment: NodeJS.ProcessEnv, workers: number): Promise<RunningWorkers> {
  const options = { environment, onProgress: progressBar(), report: reportEvent };
  if (workers > 1) {
    const { startWorkers } = await import("./workers/startWorkers.ts");
    return startWorkers(options, workers);
  }
  const { startGateway } = await import("./startGateway.ts");
  return startGateway(options);
}

try {
  const { help, workers } = startArguments(process.argv.slice(2));
  if (help !== null) {
    process.stdout.write(help);
    process.exit(0);
  }
  const gateway = await start(process.env, workers);
  const { issuerUrl, dataFolder } = gateway.settings;
  const sameFolder = process.env.SICHTFELD_DATA === undefined ? "" : `SICHTFELD_DATA=${dataFolder} `;
  const hint = issuerUrl === null ? `  ·  token: ${sameFolder}npm run -s token -- rrk-muenster-caseworker` : "";
  const stop = () => void gateway.stop().then(() => process.exit(0));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
  process.on("SIGHUP", () => void gateway.reloadPolicy());
  endWithNpm(stop);
  console.log(
    `Sichtfeld is ready: ${gateway.url}/graphql  ·  console: ${gateway.url}/  ·  GraphiQL: ${gateway.url}/graphiql${hint}`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : "The gateway could not start.");
  process.exit(1);
}
