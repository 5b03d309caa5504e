import { readFileSync } from "node:fs";
import { z } from "zod";

const entry = z.object({ code: z.string(), deprecated: z.boolean(), grosseSperre: z.boolean() });
const file = z.object({ lists: z.array(z.object({ id: z.string(), entries: z.array(z.unknown()) })) });

const url = new URL("../../schema/reference/codelists.json", import.meta.url);
const list = file.parse(JSON.parse(readFileSync(url, "utf8"))).lists.find(({ id }) => id === "uebermittlungssperre");
const entries = z.array(entry).min(1).parse(list?.entries);

function codes(large: boolean): readonly string[] {
  return entries.filter((each) => each.grosseSperre === large).map(({ code }) => code);
}

/** Codes of the list `uebermittlungssperre` by what the list's own column Grosse-Sperre says (§ 4 AZRG). */
export const transferBlockCodes = { small: codes(false), large: codes(true) } as const;
