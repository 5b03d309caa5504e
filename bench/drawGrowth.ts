import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { plot } from "./plot.ts";
import type { Row } from "./Subject.ts";

/** What is drawn: the cost, which another load on the machine disturbs least. */
const drawn = "gateway CPU ms";

/** Draws rows of `growth`: a file `growth-<what grows>.svg` for each curve. */
export async function drawGrowth(folder: string, rows: readonly Row[]): Promise<void> {
  for (const [grows, points] of Map.groupBy(rows, (row) => String(row.grows))) {
    const curve = points.map((row) => ({ at: Number(row.at), value: Number(row[drawn]) }));
    await writeFile(
      join(folder, `growth-${grows.replaceAll(" ", "-")}.svg`),
      plot({ x: grows, y: `${drawn} a request`, points: curve }),
    );
  }
}
