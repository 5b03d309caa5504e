import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const file = z.record(
  z.string().regex(/^[A-Z_]+$/),
  z.strictObject({ de: z.string(), en: z.string(), pattern: z.string() }),
);

/** Grounds of decisions by id (`decisionGrounds.yaml`): case work sorts reasons by them, the enclave counts them. */
export const decisionGrounds: ReadonlyMap<
  string,
  { readonly de: string; readonly en: string; readonly pattern: string }
> = new Map(Object.entries(file.parse(parse(readFileSync(new URL("decisionGrounds.yaml", import.meta.url), "utf8")))));
