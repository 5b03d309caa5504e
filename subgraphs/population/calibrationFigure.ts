import { readFileSync } from "node:fs";
import { z } from "zod";

const reference = z.object({ figures: z.array(z.object({ id: z.string(), value: z.number() })) });
const file = new URL("../../schema/reference/calibration.json", import.meta.url);
const figures = new Map(
  reference.parse(JSON.parse(readFileSync(file, "utf8"))).figures.map(({ id, value }) => [id, value]),
);

/**
 * A published figure of `schema/reference/calibration.json`, in the unit given there.
 *
 * @throws for an id that the file does not have
 */
export function calibrationFigure(id: string): number {
  const value = figures.get(id);
  if (value === undefined) throw new Error(`calibration.json has no figure ${id}.`);
  return value;
}
