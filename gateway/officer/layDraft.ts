import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { draftFileName } from "../../schema/policyRecord/draftFile.ts";
import type { Answer } from "./Answer.ts";
import { Mistaken } from "./Mistaken.ts";
import type { AskedPolicy, OfficerDesk } from "./OfficerDesk.ts";

/**
 * Lays a draft beside the access log, where the data protection officer asks about it through the schema. It decides nothing.
 *
 * @throws Mistaken where the folder of the log cannot be written
 */
export async function layDraft({ logFolder }: OfficerDesk, { record }: AskedPolicy): Promise<Answer> {
  const file = join(logFolder, draftFileName(record.version));
  try {
    await writeFile(`${file}.part`, `${JSON.stringify(record)}\n`);
    await rename(`${file}.part`, file);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    throw new Mistaken(
      `The draft cannot be written into ${logFolder} (${code}). Name the folder of the log with --log.`,
    );
  }
  const text = `Draft ${record.version} lies beside the access log. Ask simulatePolicy(draft: "${record.version}", since: …) and policyChanges(from: …, to: "${record.version}").\n`;
  return { text, json: { draft: record.version, file } };
}
