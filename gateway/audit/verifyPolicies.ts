import { hashOf } from "../../schema/accessLogFormat.ts";
import { type PolicyFileName, parsePolicyFileName, policyFileName } from "../../schema/policyRecord/policyFile.ts";
import type { LogFault } from "./LogFault.ts";
import type { ShardFiles, VerifiedShard } from "./verifyShard.ts";

/**
 * Verifies the policies of an instance: each by the hash in its name. A write that was interrupted is known by the file behind it, which has
 * the same policy anew.
 */
export function verifyPolicies({ name, files, read }: ShardFiles): VerifiedShard {
  const policies = files.flatMap((file) => parsePolicyFileName(file) ?? []);
  const bySequence = new Map(policies.map((each) => [each.sequence, each]));
  const isFaulty = (each: PolicyFileName) =>
    each.hash !== null &&
    each.hash !== hashOf(read(policyFileName(each))) &&
    bySequence.get(each.sequence + 1)?.version !== each.version;
  const faults: LogFault[] = [
    ...files
      .filter((file) => parsePolicyFileName(file) === null)
      .map((file) => ({ file: `${name}/${file}`, line: null, code: "FILE_UNKNOWN" }) as const),
    ...policies
      .filter(isFaulty)
      .map((each) => ({ file: `${name}/${policyFileName(each)}`, line: null, code: "POLICY_DIFFERS" }) as const),
  ];
  return { faults, torn: [], leaves: policies.length, checkpoint: 0, unexplained: new Set() };
}
