import { readFileSync } from "node:fs";
import { z } from "zod";
import { parseVerifierKey } from "../../schema/tlog/noteKey.ts";
import type { WitnessAddress } from "./askWitnesses.ts";

const shape = z.array(z.strictObject({ url: z.url(), key: z.string() }));

/** The witnesses in a file: a JSON list of `{url, key}`. @throws Error with one line that says what the file must be */
export function readWitnesses(file: string): readonly WitnessAddress[] {
  try {
    return shape.parse(JSON.parse(readFileSync(file, "utf8"))).map(({ url, key }) => {
      if (parseVerifierKey(key).type !== "cosignature") throw new Error("A witness cosigns.");
      return { url: url.replace(/\/$/, ""), key };
    });
  } catch {
    throw new Error(
      `SICHTFELD_WITNESSES_FILE: ${file} must be a readable JSON list of {"url", "key"}, the key as npm run witness prints it.`,
    );
  }
}
