import type { z } from "zod";
import type { LocatedYaml, Place } from "../../../schema/LocatedYaml.ts";
import type { PolicyProblems } from "./PolicyProblems.ts";

/** An entry of a file, with the place it stands at. */
export interface Entry<T> {
  readonly text: LocatedYaml;
  readonly place: Place;
  /** Name of the entry in a file that maps names to entries; its index in a list. */
  readonly key: string;
  readonly value: T;
}

/**
 * The entries of a file that have the right shape; the others are reported. A file without entries is reported too:
 * a file cut short must not pass for a policy that prohibits nothing.
 */
export function readEntries<Shape extends z.ZodObject>(
  text: LocatedYaml,
  holder: "list" | "map",
  shape: Shape,
  problems: PolicyProblems,
): readonly Entry<z.infer<Shape>>[] {
  if (text.syntaxProblems.length > 0) return [];
  const { value } = text;
  const isHolder = typeof value === "object" && value !== null && Array.isArray(value) === (holder === "list");
  const entries = isHolder ? Object.entries(value) : [];
  if (entries.length === 0) problems.add(text, [], `The file must be a ${holder} with at least one entry.`);
  return entries.flatMap(([key, raw]) => {
    const read = shape.safeParse(raw);
    if (read.success) return [{ text, place: [key], key, value: read.data }];
    problems.addShape(text, [key], read.error, Object.keys(shape.shape));
    return [];
  });
}
