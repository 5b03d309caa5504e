import { hashOf } from "../../schema/accessLogFormat.ts";
import type { PolicyRecord } from "../../schema/policyRecord/PolicyRecord.ts";
import {
  type PolicyFile,
  type PolicyFileName,
  parsePolicyFileName,
  policiesFolder,
  policyFileName,
} from "../../schema/policyRecord/policyFile.ts";
import { AccessLogError } from "./AccessLogError.ts";
import type { LogFolder, ShardFolder } from "./LogFolder.ts";

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
    const bytes = Buffer.from(`${JSON.stringify({ since: since.toISOString(), record } satisfies PolicyFile)}\n`);
    const name = { sequence: (latest?.sequence ?? 0) + 1, version: record.version, hash: hashOf(bytes) };
    await write(policies, policyFileName(name), bytes);
  } catch (error) {
    throw new AccessLogError("WRITE_FAILED", error);
  }
}

/** A write that was interrupted leaves a file that is cut short. */
async function isWhole(folder: ShardFolder, written: PolicyFileName): Promise<boolean> {
  return written.hash === hashOf(await folder.read(policyFileName(written)));
}

/** An earlier process may have ended before it was durable. */
async function settle(folder: ShardFolder, written: PolicyFileName): Promise<void> {
  await folder.sync(policyFileName(written));
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
