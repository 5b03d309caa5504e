import { writeFileSync } from "node:fs";
import type { Writable } from "node:stream";
import { CommandProgress, type ProgressStream } from "../../subgraphs/CommandProgress.ts";
import { type Weights, weightsFile, weightsInUse } from "../../subgraphs/immigration/linkage/model/Weights.ts";
import { estimateWeights } from "./estimate/estimateWeights.ts";
import { evaluateFile } from "./evaluate/evaluateFile.ts";
import { page } from "./evaluate/page.ts";
import { type Report, report } from "./evaluate/report.ts";
import { summary } from "./evaluate/summary.ts";
import { verdict } from "./evaluate/verdict.ts";
import { drawFile } from "./generator/drawFile.ts";
import { type LinkageArguments, linkageArguments } from "./linkageArguments.ts";

const help = `Estimates the weights of the linkage of persons, and measures what they do, on persons who do not exist.

  npm run linkage -- estimate [--seed <number>] [--persons <number>]
  npm run linkage -- evaluate [--seed <number>] [--persons <number>]

  estimate   draws a file and descriptions from the seed (1 by default), estimates m and u by EM without looking at the truth, and writes
             subgraphs/immigration/linkage/model/weights.json
  evaluate   draws another file from another seed (2 by default) with two descriptions a person, decides on each as the system does, holds the
             decisions to the truth, prints the figures, and writes validity/linkage/measured.json and docs/linkage.md.
             Exit status 1 where wrong links are not under 1 in 10,000 links (upper end of the 95 % interval, at least 30,000 links)

  --persons  persons on file, 100000 by default, 100 to 1000000
`;

/** Descriptions that are drawn for each person on file. */
const descriptionsPerPerson = 2;

/** Where the command writes. */
export interface LinkageStreams {
  readonly output: Writable;
  /** Complaints and progress. */
  readonly errors: ProgressStream;
}

/**
 * Does what `npm run linkage` is asked to.
 *
 * @returns the exit status: 0 done, 1 the limit on wrong links is not kept or cannot be told, 2 wrong arguments
 */
export function linkageCommand(args: string[], { output, errors }: LinkageStreams): 0 | 1 | 2 {
  let given: LinkageArguments;
  try {
    given = linkageArguments(args);
    if (given.task === "evaluate") refuseEstimated(given.seed, weightsInUse());
  } catch (error) {
    errors.write(`${(error as Error).message}\n`);
    return 2;
  }
  if (given.task === "help") output.write(help);
  if (given.task === "estimate") {
    writeFileSync(weightsFile, `${JSON.stringify(estimateWeights(given.seed, given.persons), null, 2)}\n`);
    output.write("Wrote subgraphs/immigration/linkage/model/weights.json.\n");
  }
  return given.task === "evaluate" ? evaluate(given, { output, errors }) : 0;
}

function refuseEstimated(seed: number, { estimatedBy }: Weights): void {
  if (seed === estimatedBy.seed)
    throw new Error(`The weights were estimated from seed ${seed}. Evaluate them with another one.`);
}

function evaluate({ seed, persons }: LinkageArguments, { output, errors }: LinkageStreams): 0 | 1 {
  const weights = weightsInUse();
  const progress = new CommandProgress(errors, "Linkage", "descriptions");
  const drawn = drawFile(seed, persons, persons * descriptionsPerPerson);
  const evaluation = evaluateFile(drawn, weights, (done) => progress.show(done, drawn.announced.length));
  progress.end();
  const command = `npm run linkage -- evaluate --seed ${seed} --persons ${persons}`;
  const made: Report = report(evaluation, { command, seed, persons, estimatedFromSeed: weights.estimatedBy.seed });
  output.write(summary(made));
  writeFileSync(new URL("measured.json", import.meta.url), `${JSON.stringify(made, null, 2)}\n`);
  writeFileSync(new URL("../../docs/linkage.md", import.meta.url), page(made, weights));
  return verdict(made) === "KEPT" ? 0 : 1;
}
