import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const name = { de: z.string(), en: z.string() };
const file = z.strictObject({
  sexes: z.record(z.string(), z.strictObject(name)),
  ages: z.record(z.string(), z.strictObject({ ...name, from: z.int().nullable() })),
  origins: z.record(z.string(), z.strictObject({ ...name, countries: z.array(z.string().regex(/^[A-Z]{3}$/)) })),
});

/** The groups of `comparisonGroups.yaml`: immigration sorts persons into them, the enclave compares them. */
export const comparisonGroups = file.parse(
  parse(readFileSync(new URL("comparisonGroups.yaml", import.meta.url), "utf8")),
);
