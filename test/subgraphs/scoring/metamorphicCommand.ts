import type { Writable } from "node:stream";
import { parseArgs } from "node:util";
import { CommandProgress, type ProgressStream } from "../../../subgraphs/CommandProgress.ts";
import { seededFaker } from "../../../subgraphs/population/seededFaker.ts";
import { assess } from "../../../subgraphs/scoring/engine/assess.ts";
import type { CompiledCatalogue } from "../../../subgraphs/scoring/engine/compileCatalogue.ts";
import { originProxy, variants } from "../../../validity/variants.ts";
import { today } from "../today.ts";
import { demonstration } from "./demonstrationCatalogue.ts";
import { drawStoredRecord } from "./drawStoredRecord.ts";
import { type Change, graverConduct, greaterObstacles } from "./recordChanges.ts";
import { reduceRecord, type StoredRecord, shuffled } from "./storedRecord.ts";
import { withOtherProtected } from "./withOtherProtected.ts";

const help = `Draws persons as the owners store them, changes each, and holds both assessments against the laws of the metamorphic suite.

  npm run metamorphic -- [--persons 10000] [--seed 1]

All that is protected, and the order of rows, may change no byte; graver conduct may not lower axis A, a greater obstacle may not raise
axis B. Every law is judged with the catalogue in force and without B2. The exit status is 0 where every law holds, 1 where one is
broken, 2 for wrong arguments.
`;

/** What must hold of every person. */
interface Law {
  readonly sentence: string;
  readonly isBroken: (record: StoredRecord, compiled: CompiledCatalogue) => boolean;
}

/** @returns the exit status */
export function metamorphicCommand(
  args: readonly string[],
  { output, errors }: { readonly output: Writable; readonly errors: ProgressStream },
): 0 | 1 | 2 {
  const given = read(args);
  if (given === null) {
    errors.write("Give whole numbers from 1 on. See npm run metamorphic -- --help.\n");
    return 2;
  }
  if (given.help) {
    output.write(help);
    return 0;
  }
  const faker = seededFaker(given.seed, "metamorphic");
  const laws = lawsOf(faker);
  const broken = new Map<string, number>();
  const progress = new CommandProgress(errors, "Laws", "persons");
  const catalogues = [
    ["as in force", demonstration],
    ["without B2", variants.without(demonstration, originProxy)],
  ] as const;
  for (let done = 1; done <= given.persons; done += 1) {
    const record = drawStoredRecord(faker);
    for (const [name, compiled] of catalogues)
      for (const { sentence, isBroken } of laws)
        if (isBroken(record, compiled))
          broken.set(`${name}: ${sentence}`, (broken.get(`${name}: ${sentence}`) ?? 0) + 1);
    if (done % 100 === 0 || done === given.persons) progress.show(done, given.persons);
  }
  progress.end();
  for (const [sentence, persons] of broken) output.write(`broken for ${persons} persons, ${sentence}\n`);
  output.write(
    `${laws.length * catalogues.length - broken.size} of ${laws.length * catalogues.length} laws hold for ${given.persons} persons of seed ${given.seed}.\n`,
  );
  return broken.size === 0 ? 0 : 1;
}

function lawsOf(faker: ReturnType<typeof seededFaker>): readonly Law[] {
  const made = (record: StoredRecord, compiled: CompiledCatalogue) => assess(reduceRecord(record), today, compiled);
  const monotonous =
    (change: Change, axis: "axisA" | "axisB", sign: 1 | -1): Law["isBroken"] =>
    (record, compiled) => {
      const changed = change(record);
      if (changed === null) return false;
      const [was, is] = [made(record, compiled), made(changed, compiled)];
      const [before, after] = [was[axis], is[axis]];
      // What was unknown and is now known is no change for better or worse.
      if (before === null || after === null || JSON.stringify(was.missing) !== JSON.stringify(is.missing)) return false;
      return (after - before) * sign < 0;
    };
  return [
    {
      sentence: "another person in all that is protected, and other rows first, change no byte",
      isBroken: (record, compiled) =>
        JSON.stringify(made(record, compiled)) !==
        JSON.stringify(made(shuffled(faker, withOtherProtected(faker, record)), compiled)),
    },
    ...graverConduct(faker).map(([name, change]) => ({
      sentence: `${name} never lowers axis A`,
      isBroken: monotonous(change, "axisA", 1),
    })),
    ...greaterObstacles.map(([name, change]) => ({
      sentence: `${name} never raises axis B`,
      isBroken: monotonous(change, "axisB", -1),
    })),
  ];
}

function read(args: readonly string[]) {
  try {
    const options = {
      persons: { type: "string", default: "10000" },
      seed: { type: "string", default: "1" },
      help: { type: "boolean", short: "h", default: false },
    } as const;
    const { values } = parseArgs({ args: [...args], options, strict: true });
    const [persons, seed] = [Number(values.persons), Number(values.seed)];
    const isWhole = (value: number) => Number.isSafeInteger(value) && value > 0;
    return isWhole(persons) && isWhole(seed) ? { persons, seed, help: values.help } : null;
  } catch {
    return null;
  }
}
