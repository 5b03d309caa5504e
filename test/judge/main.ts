import { parseArgs } from "node:util";
import { CommandProgress } from "../../subgraphs/CommandProgress.ts";
import { catalogues } from "../../subgraphs/scoring/catalogue/catalogues.ts";
import { writeDmn } from "../../subgraphs/scoring/dmn/writeDmn.ts";
import { drawnPersons } from "./drawnPersons.ts";
import { Judge } from "./Judge.ts";
import { judgePersons, type Verdict } from "./judgePersons.ts";
import { syntheticPersons } from "./syntheticPersons.ts";

const help = `Has another engine (feelin) evaluate the catalogue as it is exported to DMN, and compares state, band, sums and every point.

  npm run judge -- [--persons <number>] [--seed <number>]

  --persons <number>  persons whose every fact is drawn by itself, and size of the synthetic population of which everybody with a case and
                      without an unknown fact is judged as well: 10000 by default
  --seed <number>     draws them: 1 by default

Ends with 0 where both engines agree on everybody, with 1 where not, with 2 for wrong arguments.
`;

function readArguments() {
  const text = { type: "string" } as const;
  const options = {
    persons: { ...text, default: "10000" },
    seed: { ...text, default: "1" },
    help: { type: "boolean" },
  } as const;
  const { values } = parseArgs({ options });
  const [persons, seed] = [Number(values.persons), Number(values.seed)];
  const isFine = [persons, seed].every((each) => Number.isSafeInteger(each) && each >= 0) && persons > 0;
  return values.help || !isFine ? null : { persons, seed };
}

function judged(persons: number, seed: number): readonly (readonly [string, Verdict])[] {
  const date = "2026-06-15";
  const compiled = catalogues.inForce(date);
  if (compiled === null) throw new Error(`No catalogue is in force on ${date}.`);
  const judge = new Judge(writeDmn(compiled.catalogue));
  const progress = new CommandProgress(process.stderr, "Judge", "persons");
  const drawn = judgePersons(drawnPersons(seed, persons), date, compiled, judge, (done) =>
    progress.show(done, persons),
  );
  progress.end();
  return [
    ["drawn fact by fact", drawn],
    ["of the synthetic population", judgePersons(syntheticPersons(seed, persons), date, compiled, judge)],
  ];
}

try {
  const given = readArguments();
  if (given === null) process.stdout.write(help);
  else {
    const verdicts = judged(given.persons, given.seed);
    for (const [who, { judged: count, outcomes, differing }] of verdicts) {
      process.stdout.write(
        `${count} persons ${who}: ${differing.length} differ; outcomes seen: ${[...outcomes].sort().join(", ")}\n`,
      );
      for (const values of differing.slice(0, 5)) process.stdout.write(`${JSON.stringify(values)}\n`);
    }
    process.exitCode = verdicts.every(([, { differing }]) => differing.length === 0) ? 0 : 1;
  }
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}
