import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const range = z.tuple([z.int().positive(), z.int().positive()]).readonly();

const catalogueOffence = z.strictObject({
  provision: z.string(),
  designation: z.string(),
  gravity: z.enum(["LIGHT", "SERIOUS"]),
  intentional: z.boolean(),
  violence: z.boolean(),
  weaponShare: z.number().min(0).max(1),
  serialShare: z.number().min(0).max(1),
  months: range,
  dayFines: range.optional(),
});

/** Offence that a synthetic conviction can be for. */
export type CatalogueOffence = Readonly<z.infer<typeof catalogueOffence>>;

/** The offences of `offences.yaml`. */
export const offenceCatalogue: readonly CatalogueOffence[] = z
  .array(catalogueOffence)
  .parse(parse(readFileSync(new URL("offences.yaml", import.meta.url), "utf8")));
