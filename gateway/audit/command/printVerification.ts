import { existsSync } from "node:fs";
import { policiesFolder } from "../../../schema/policyRecord/policyFile.ts";
import { logFaultCodes } from "../LogFault.ts";
import { verifyLog } from "../verifyLog.ts";
import type { VerifiedShard } from "../verifyShard.ts";
import type { Findings } from "./Findings.ts";
import { readPublicKey } from "./readPublicKey.ts";

/** Every shard with what it holds and what is wrong with it. @throws Error with one line that says what to do */
export async function printVerification(folder: string, keyFile: string, now: number): Promise<Findings> {
  const publicKey = readPublicKey(keyFile);
  if (!existsSync(folder)) throw new Error(`${folder} is no folder of an access log.`);
  const shards = await verifyLog(folder, () => {}, publicKey, now);
  const lines = [...shards].flatMap(([name, shard]) => [
    `${name}: ${told(name, shard)}${shard.faults.length} faults`,
    ...shard.faults.map(
      ({ file, line, code }) => `  ${file}${line === null ? "" : ` line ${line}`}: ${code}. ${logFaultCodes[code]}`,
    ),
  ]);
  if ([...shards.keys()].every((name) => !isShard(name)))
    return { output: "There is no shard: nothing was verified.\n", holds: false };
  const holds = [...shards.values()].every(({ faults }) => faults.length === 0);
  return { output: `${lines.join("\n")}\n${holds ? "The log verifies." : "The log does not verify."}\n`, holds };
}

/** Files that belong to no shard are told under the name of the folder in which they are. */
const isPolicies = (name: string) => name.endsWith(`/${policiesFolder}`);
const isShard = (name: string) => name.includes("/") && !isPolicies(name);

function told(name: string, { torn, leaves, checkpoint }: VerifiedShard): string {
  if (isPolicies(name)) return `${leaves} policies, `;
  return isShard(name)
    ? `${leaves} entries, ${checkpoint} under the checkpoint, ${torn.length} interrupted writes set aside, `
    : "";
}
