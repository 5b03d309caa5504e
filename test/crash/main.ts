import { SingleBar } from "cli-progress";
import { type CrashArguments, crashArguments } from "./crashArguments.ts";
import { type KillFindings, killRounds } from "./killRounds.ts";
import { seededRandom } from "./seededRandom.ts";

const help = `Kills a process that writes the access log, again and again, and proves that no answered access is lost.

  npm run crashtest -- [--kills <number>] [--clients <number>] [--seed <number>] [--forgetting | --whole] [--folder <folder>]

  --kills <number>    kills by SIGKILL at random moments: 1000 by default
  --clients <number>  clients that wait for answers at the same time: 16 by default
  --seed <number>     draws the moments of the kills: 1 by default
  --forgetting        after each kill only what was synced is there, as after a loss of power

  --whole             kills the whole gateway with its subgraphs, over HTTP, instead of the access log and the stage that records alone
  --folder <folder>   keeps everything there: the same command goes on after a run that was ended, whatever ended it

How long a kill takes is told with each judgement. Every 50 kills everything so far is judged and told on standard error; SIGINT and SIGTERM end
the run after the present kill, and what was seen until then is judged like a whole run. Ends with 0 where every answer that a client received is in the log, nothing is in it twice,
and the log verifies; with 1 where not.
`;

async function run({ kills, clients, seed, forgetting, whole, folder }: CrashArguments): Promise<number> {
  const bar = new SingleBar({
    stream: process.stderr,
    format: "Kills [{bar}] {value}/{total}  {eta_formatted} to go",
    noTTYOutput: true,
    notTTYSchedule: 5000,
  });
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  bar.start(kills, 0);
  const began = performance.now();
  let before = 0;
  let done = 0;
  const pace = () => `${Math.round((performance.now() - began) / Math.max(1, done - before))} ms a kill`;
  const found = await killRounds({
    kills,
    clients,
    random: seededRandom(seed),
    forgetting,
    omission: null,
    whole,
    folder,
    onKill: (kill) => {
      if (done === 0) before = kill - 1;
      done = kill;
      bar.update(kill);
    },
    judgedEvery: 50,
    onJudged: (sofar) => console.error(`\n${judgement(sofar)} ${pace()}.`),
    stop: stop.signal,
  }).finally(() => bar.stop());
  console.log(
    `kills                  ${found.kills} of ${kills}${forgetting ? ", all that was not synced forgotten" : ""}`,
  );
  console.log(`time                   ${pace()}`);
  console.log(`answers received       ${found.answered}`);
  console.log(`operations on record   ${found.recorded}`);
  console.log(`interrupted writes     ${found.torn}`);
  console.log(`answered, not on record ${found.missing.length}`);
  console.log(`on record twice        ${found.doubled.length}`);
  console.log(`faults of the log      ${found.faults.length}`);
  for (const each of wrong(found).slice(0, 20)) console.log(`  ${each}`);
  return wrong(found).length === 0 ? 0 : 1;
}

function judgement(found: KillFindings): string {
  const { kills, answered, recorded, missing, doubled, faults } = found;
  const details = `${answered} answers, ${recorded} on record, ${missing.length} missing, ${doubled.length} twice, ${faults.length} faults`;
  return `After ${kills} kills: ${wrong(found).length === 0 ? "holds" : "DOES NOT HOLD"} (${details}).`;
}

function wrong({ missing, doubled, faults }: KillFindings): readonly string[] {
  return [...missing, ...doubled, ...faults];
}

try {
  const given = crashArguments(process.argv.slice(2));
  if (given.help) console.log(help);
  else process.exitCode = await run(given);
} catch (error) {
  console.error(error instanceof Error ? error.message : "The crash test failed.");
  process.exitCode = 2;
}
