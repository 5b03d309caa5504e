import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { nearestNames } from "../../../schema/nearestNames.ts";
import { reducedFacts } from "../reducedFacts.ts";

const file = new URL("./forbiddenInputs.yaml", import.meta.url);

/** Name → why it is no input (verbotene Eingabe). */
export const forbiddenInputs: ReadonlyMap<string, string> = new Map(
  Object.entries(z.record(z.string(), z.string().min(1)).parse(parse(readFileSync(file, "utf8")))),
);

/** Says of a name that is no reduced fact why it cannot be read: because it is forbidden, or because there is no such fact. */
export function notReduced(name: string): string {
  const why = forbiddenInputs.get(name);
  if (why !== undefined) return `${name} is a forbidden input. ${why}`;
  const [nearest] = nearestNames(name, Object.keys(reducedFacts));
  return `${name} is no reduced fact. An assessment reads reduced facts alone. Nearest valid: ${nearest ?? "none"}.`;
}
