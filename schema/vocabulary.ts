import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const category = z.strictObject({
  german: z.string(),
  protection: z.enum(["NORMAL", "HIGH", "VERY_HIGH"]),
  personal: z.boolean(),
  anchors: z.array(z.string()),
  words: z.string(),
  /** Categories that what is told of this one rests on: each part as far as they may be read. */
  parts: z.array(z.string()).default([]),
  /** Whether what opens depends on what the asking person has done before. */
  asPerson: z.boolean().default(false),
});

const tie = z.strictObject({ german: z.string(), words: z.string(), writtenBy: z.string().nullable() });
const fact = z.strictObject({ german: z.string(), words: z.string(), writtenBy: z.string() });

const relationsFile = z.strictObject({
  relations: z.record(z.string(), tie),
  recordRelations: z.record(z.string(), z.strictObject({ german: z.string(), words: z.string() })),
  personFacts: z.record(z.string(), fact),
  recordFacts: z.record(z.string(), fact),
});

function load<T>(file: string, shape: z.ZodType<T>): T {
  return shape.parse(parse(readFileSync(new URL(file, import.meta.url), "utf8")));
}

/** The names that rules, grants and the contract share: data categories, relations, facts of persons and of records. */
export const vocabulary = {
  categories: load("data-categories.yaml", z.record(z.string(), category)),
  ...load("relations.yaml", relationsFile),
} as const;
