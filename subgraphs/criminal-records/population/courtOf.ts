import { readFileSync } from "node:fs";
import { z } from "zod";

const reference = z.object({ staatsanwaltschaften: z.array(z.object({ id: z.string(), landgericht: z.string() })) });

const file = new URL("../../../schema/reference/nrw-authorities.json", import.meta.url);

const regionalCourts: ReadonlyMap<string, string> = new Map(
  reference
    .parse(JSON.parse(readFileSync(file, "utf8")))
    .staatsanwaltschaften.map(({ id, landgericht }) => [id, landgericht]),
);

/** Longest sentence of a local court (Amtsgericht), § 24 (2) GVG. */
const localCourtMonthsMax = 48;

/**
 * Court of first instance in the district of a public prosecutor's office: the local court at the regional court's seat, the
 * regional court above four years.
 *
 * @param prosecution id of the office
 */
export function courtOf(prosecution: string, sentenceMonths: number): string {
  const regional = regionalCourts.get(prosecution) ?? "Landgericht Münster";
  return sentenceMonths > localCourtMonthsMax ? regional : regional.replace("Landgericht", "Amtsgericht");
}
