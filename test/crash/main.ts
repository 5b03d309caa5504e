import { SingleBar } from "cli-progress";
import { type CrashArguments, crashArguments } from "./crashArguments.ts";
import { killRounds } from "./killRounds.ts";
import { seededRandom } from "./seededRandom.ts";

const help = `Kills a process that writes the access log, again and again, and proves that no answered access is lost.

  npm run crashtest -- [--kills <number>] [--clients <number>] [--seed <number>] [--forgetting]

  --kills <number>    kills by SIGKILL at random moments: 1000 by default
  --clients <number>  clients that wait for answers at the same time: 16 by default
  --seed <number>     draws the moments of the kills: 1 by default
  --forgetting        after each kill only what was synced is there, as after a loss of power

A thousand kills take some ten minutes. Ends with 0 where every answer that a client received is in the log, nothing is in it twice,
and the log verifies; with 1 where not.
`;

async function run({ kills, clients, seed, forgetting }: CrashArguments): Promise<number> {
  const bar = new SingleBar({
    stream: process.stderr,
    format: "Kills [{bar}] {value}/{total}",
    noTTYOutput: true,
    notTTYSchedule: 5000,
  });
  bar.start(kills, 0);
  const found = await killRounds({
    kills,
    clients,
    random: seededRandom(seed),
    forgetting,
    omission: null,
    onKill: (done) => bar.update(done),
  }).finally(() => bar.stop());
  console.log(`kills                  ${kills}${forgetting ? ", all that was not synced forgotten" : ""}`);
  console.log(`answers received       ${found.answered}`);
  console.log(`operations on record   ${found.recorded}`);
  console.log(`interrupted writes     ${found.torn}`);
  console.log(`answered, not on record ${found.missing.length}`);
  console.log(`on record twice        ${found.doubled.length}`);
  console.log(`faults of the log      ${found.faults.length}`);
  for (const each of [...found.missing, ...found.doubled, ...found.faults].slice(0, 20)) console.log(`  ${each}`);
  return found.missing.length + found.doubled.length + found.faults.length === 0 ? 0 : 1;
}

try {
  const given = crashArguments(process.argv.slice(2));
  if (given.help) console.log(help);
  else process.exitCode = await run(given);
} catch (error) {
  console.error(error instanceof Error ? error.message : "The crash test failed.");
  process.exitCode = 2;
}
