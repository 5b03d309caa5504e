import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const entry = z
  .strictObject({
    /** Stable, never used again. */
    id: z.string().regex(/^W-\d{2}$/),
    /** The way in one sentence. */
    sentence: z.string(),
    /** Public advisories and threads; empty: own finding. */
    references: z.array(z.url()).readonly(),
    /** Where the defence stands, in one sentence. */
    defence: z.string(),
    /** What takes the defence away: in `file`, the text `take` becomes `put`. */
    without: z.strictObject({ file: z.string(), take: z.string(), put: z.string() }),
    /** Name of the probe that asks a gateway about it by URL. */
    probe: z.string().optional(),
    /** Why it cannot be asked so: what that would need. */
    needs: z.string().optional(),
  })
  .refine(
    ({ probe, needs }) => (probe === undefined) !== (needs === undefined),
    "has either a probe or says what it needs",
  )
  .readonly();

/** A way around a field rule. */
export type Way = z.infer<typeof entry>;

/** The ways by id, in the order of the catalogue. */
export type Catalogue = ReadonlyMap<string, Way>;

/** @throws where the catalogue has not the form described here, or an id twice */
export function readCatalogue(): Catalogue {
  const ways = z.array(entry).parse(parse(readFileSync(new URL("catalogue.yaml", import.meta.url), "utf8")));
  const catalogue = new Map(ways.map((way) => [way.id, way]));
  if (catalogue.size < ways.length) throw new Error("catalogue.yaml has an id twice.");
  return catalogue;
}
