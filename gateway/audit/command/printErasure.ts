import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Named } from "../Named.ts";
import { openAccessLog } from "../openAccessLog.ts";
import type { Findings } from "./Findings.ts";

/** Who has it erased, and by which norm or order. */
export interface ErasedBy {
  readonly actor: string;
  readonly because: string;
}

/**
 * Erases rows of the key table of an instance that no gateway writes; a running one is asked by POST /log/<instance>/erasures.
 *
 * @throws Error with one line that says what to do
 */
export async function printErasure(
  folder: string,
  instance: string,
  keyFile: string,
  named: Named,
  by: ErasedBy,
): Promise<Findings> {
  if (!existsSync(join(folder, instance))) throw new Error(`${folder} holds no instance ${instance} of an access log.`);
  const faults: string[] = [];
  const { log, close } = await openAccessLog({
    folder,
    instance,
    keyFile,
    makeKey: false,
    witnessesFile: null,
    report: () => faults.push("Its tree could not be published; the gateway or this command does it later."),
    onEnd: () => {},
  });
  try {
    const rows = await log.erase({ id: randomUUID(), at: new Date().toISOString(), ...by }, named);
    const output = [`${rows} rows of the key table erased in ${instance}.`, ...faults].map((line) => `${line}\n`);
    return { output: output.join(""), holds: true };
  } finally {
    await close();
  }
}
