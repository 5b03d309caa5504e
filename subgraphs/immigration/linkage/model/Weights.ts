import { readFileSync } from "node:fs";
import { z } from "zod";
import { type FieldName, levels } from "../compare/levels.ts";

const probability = z.number().gt(0).lt(1);
const level = z.strictObject({ m: probability, u: probability }).readonly();
const lifts = z.strictObject({ EXACT: z.number().gt(0), VARIANT: z.number().gt(0) });
const field = <F extends FieldName>(name: F) =>
  z.strictObject(
    Object.fromEntries(levels[name].map((each) => [each, level])) as Record<(typeof levels)[F][number], typeof level>,
  );

const weightsShape = z
  .strictObject({
    /** What made this file: the command makes it again, letter by letter. */
    estimatedBy: z.strictObject({ command: z.string(), seed: z.number(), persons: z.number() }),
    /** Of each level, how often pairs of one person have it (m), and pairs of two (u). */
    fields: z.strictObject({
      family: field("family"),
      given: field("given"),
      birth: field("birth"),
      place: field("place"),
      order: field("order"),
    }),
    /** See `Together`. */
    together: z.strictObject({ EXACT: lifts, VARIANT: lifts }),
    /** Share of descriptions that are taken to be of somebody on file, before anything is compared. */
    knownShare: probability,
    /** Least share that the frequency of a name or a date counts as: no name is so rare that it proves a person. */
    termShareMin: probability,
    /** Persons as whom u of a level counts beside those on file: a file of few says little of how common a name is. */
    termPersons: z.number().gt(0),
    bands: z.strictObject({
      /** Posterior odds, in bits, from which a pair is linked whose days of birth agree, */
      linkBitsMin: z.number(),
      /** and from which one is whose day of birth is not known, or 1 January. */
      linkUnknownDayBitsMin: z.number(),
      /** Below them, those from which a person is asked. */
      askBitsMin: z.number(),
      /** How many bits the next candidate lies below the one that is linked. */
      aheadBitsMin: z.number(),
    }),
  })
  .readonly();

/** Weights of the model of linkage, as they are published. */
export type Weights = z.infer<typeof weightsShape>;

/** @throws ZodError for what are no such weights */
export function readWeights(text: string): Weights {
  return weightsShape.parse(JSON.parse(text));
}

export const weightsFile = new URL("weights.json", import.meta.url);

/** The weights in use. */
export function weightsInUse(): Weights {
  return readWeights(readFileSync(weightsFile, "utf8"));
}
