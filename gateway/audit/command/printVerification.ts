import { existsSync } from "node:fs";
import { policiesFolder } from "../../../schema/policyRecord/policyFile.ts";
import { logFaultCodes } from "../LogFault.ts";
import { verifyLog } from "../verifyLog.ts";
import type { Findings } from "./Findings.ts";
import { readPublicKey } from "./readPublicKey.ts";

/** Every shard with what it holds and what is wrong with it. @throws Error with one line that says what to do */
export async function printVerification(folder: string, keyFile: string, now: number): Promise<Findings> {
  const publicKey = readPublicKey(keyFile);
  if (!existsSync(folder)) throw new Error(`${folder} is no folder of an access log.`);
  const shards = await verifyLog(folder, () => {}, publicKey, now);
  const isPolicies = (name: string) => name.endsWith(`/${policiesFolder}`);
  const lines = [...shards].flatMap(([name, { faults, torn, leaves, checkpoint }]) => [
    isPolicies(name)
      ? `${name}: ${leaves} policies, ${faults.length} faults`
      : `${name}: ${leaves} entries, ${checkpoint} under the checkpoint, ${torn.length} interrupted writes set aside, ${faults.length} faults`,
    ...faults.map(
      ({ file, line, code }) => `  ${file}${line === null ? "" : ` line ${line}`}: ${code}. ${logFaultCodes[code]}`,
    ),
  ]);
  if ([...shards.keys()].every(isPolicies))
    return { output: "There is no shard: nothing was verified.\n", holds: false };
  const holds = [...shards.values()].every(({ faults }) => faults.length === 0);
  return { output: `${lines.join("\n")}\n${holds ? "The log verifies." : "The log does not verify."}\n`, holds };
}
