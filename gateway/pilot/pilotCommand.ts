import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CommandProgress, type ProgressStream } from "../../subgraphs/CommandProgress.ts";
import { demonstrationIssuer } from "../identity/demonstrationIssuer.ts";
import { startGateway } from "../startGateway.ts";
import { assumptions } from "./assumptions.ts";
import { type PilotRecord, pilotRecordFile } from "./PilotRecord.ts";
import { type PilotArguments, pilotArguments } from "./pilotArguments.ts";
import { pilotPeriod } from "./pilotPeriod.ts";
import { planPilot } from "./planPilot.ts";
import { runPilot } from "./runPilot.ts";
import { unboundUse } from "./unboundUse.ts";

const help = `Simulates the six months of the pilot, 1 March to 31 August 2026, on a synthetic population: every step goes through the gateway over HTTP,
with a token of somebody who may take it, and is on record with both clocks. IRIS runs at RRK Münster alone.

  npm run pilot -- [--seed 7] [--persons 4000] [--data .pilot]

  --seed     what population, proposals, delays, outcomes and minutes are drawn from
  --persons  size of the population; of 4000 some 420 are proposed, which takes some ten minutes
  --data     data folder that is made: it must not be there yet, or be empty

Then: SICHTFELD_DATA=.pilot npm run report. Numbers of cases and the draw for an own estimate are the system's own chance. One that was ended cannot go on:
remove its folder and begin anew. The exit status is 0, 1 where it cannot run, 2 for wrong arguments. Refused with NODE_ENV=production.
`;

/** Where a command writes. */
export interface PilotStreams {
  readonly output: NodeJS.WritableStream;
  readonly errors: ProgressStream;
}

/** Does what `npm run pilot` is asked to. */
export async function pilotCommand(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  { output, errors }: PilotStreams,
): Promise<0 | 1 | 2> {
  let given: PilotArguments;
  try {
    given = pilotArguments(args);
  } catch (error) {
    errors.write(`${(error as Error).message} See npm run pilot -- --help.\n`);
    return 2;
  }
  if (given.help) {
    output.write(help);
    return 0;
  }
  const progress = new CommandProgress(errors, "Pilot", "acts");
  try {
    const record = await simulate(given, environment, errors, (done, total) => progress.show(done, total));
    progress.end();
    output.write(`${record.cases} cases from ${record.from} to ${record.to}, in ${given.data}.\n`);
    return 0;
  } catch (error) {
    progress.end();
    errors.write(`${(error as Error).message}\n`);
    return 1;
  }
}

async function simulate(
  { seed, persons, data }: PilotArguments,
  environment: NodeJS.ProcessEnv,
  errors: ProgressStream,
  onProgress: (done: number, total: number) => void,
): Promise<PilotRecord> {
  if (environment.NODE_ENV === "production") throw new Error("There is no simulated pilot with NODE_ENV=production.");
  if (existsSync(data) && readdirSync(data).length > 0)
    throw new Error(`The folder ${data} is not empty. Remove it, or name another with --data.`);
  const plan = planPilot(seed, persons);
  const begun: PilotRecord = {
    seed,
    persons,
    ...pilotPeriod,
    cases: plan.length,
    finished: false,
    assumptions,
    acts: {},
  };
  mkdirSync(data, { recursive: true, mode: 0o700 });
  write(data, begun);
  const population = new CommandProgress(errors, "Population", "persons");
  const gateway = await startGateway({
    environment: {
      PORT: "0",
      SICHTFELD_DATA: data,
      SICHTFELD_DATE: pilotPeriod.from,
      SICHTFELD_PERSONS: String(persons),
      SICHTFELD_SEED: String(seed),
    },
    onProgress: (done, total) => population.show(done, total),
    report: () => {},
    wear: unboundUse,
  });
  population.end();
  try {
    const issuer = await demonstrationIssuer(data, environment.NODE_ENV);
    const journal = await runPilot(gateway, issuer, plan, onProgress);
    const ended = { ...begun, finished: true, acts: journal.acts };
    write(data, ended);
    return ended;
  } finally {
    await gateway.stop();
  }
}

function write(folder: string, record: PilotRecord): void {
  writeFileSync(join(folder, pilotRecordFile), `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
}
