import type { PolicyRecord } from "../../schema/policyRecord/PolicyRecord.ts";
import {
  type PolicyFile,
  parsePolicyFileName,
  policiesFolder,
  policyFileName,
} from "../../schema/policyRecord/policyFile.ts";
import { AccessLogError } from "./AccessLogError.ts";
import type { LogFolder, ShardFolder } from "./LogFolder.ts";

type WrittenPolicy = NonNullable<ReturnType<typeof parsePolicyFileName>>;

/**
 * Writes a policy that comes into force beside the log, durably: whoever reads an access record can then look up the policy that
 * it names. The version that is there as the latest is not written again.
 *
 * @throws AccessLogError WRITE_FAILED: then the policy must not come into force
 */
export async function publishPolicy(folder: LogFolder, record: PolicyRecord, since: Date): Promise<void> {
  try {
    const policies = await folder.shard(policiesFolder);
    const written = (await policies.list()).flatMap((name) => parsePolicyFileName(name) ?? []);
    const latest = written.toSorted((left, right) => left.sequence - right.sequence).at(-1);
    if (latest?.version === record.version && (await isWhole(policies, latest))) return await settle(policies, latest);
    const text = JSON.stringify({ since: since.toISOString(), record } satisfies PolicyFile);
    await write(policies, policyFileName((latest?.sequence ?? 0) + 1, record.version), Buffer.from(`${text}\n`));
  } catch (error) {
    throw new AccessLogError("WRITE_FAILED", error);
  }
}

/** A write that was interrupted leaves a file that is cut short. */
async function isWhole(folder: ShardFolder, { sequence, version }: WrittenPolicy): Promise<boolean> {
  return (await folder.read(policyFileName(sequence, version))).at(-1) === "\n".charCodeAt(0);
}

/** An earlier process may have ended before it was durable. */
async function settle(folder: ShardFolder, { sequence, version }: WrittenPolicy): Promise<void> {
  await folder.sync(policyFileName(sequence, version));
  await folder.syncEntries();
}

async function write(folder: ShardFolder, name: string, bytes: Uint8Array): Promise<void> {
  const file = await folder.create(name);
  try {
    for (let written = 0; written < bytes.length; written += await file.write(bytes.subarray(written)));
    await file.sync();
  } finally {
    await file.close();
  }
  await folder.syncEntries();
}
