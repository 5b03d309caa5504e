import { z } from "zod";
import { policyRecord } from "./PolicyRecord.ts";

// A policy that came into force, as the gateway writes it into the folder of its access log, and the audit subgraph reads it.

/** A file: the policy and the instant from which the gateway decided by it. */
export const policyInForce = z.strictObject({ since: z.iso.datetime({ precision: 3 }), record: policyRecord });

export type PolicyFile = z.infer<typeof policyInForce>;

/** Folder of an instance of the log in which its policies stand, beside the shards. */
export const policiesFolder = "policies";

const pattern = /^policy-(\d{6,})-([0-9a-f]{16})(?:-([0-9a-f]{64}))?\.json$/;

/** What the name of a policy's file tells. */
export interface PolicyFileName {
  /** In the instance, from 1. */
  readonly sequence: number;
  readonly version: string;
  /** SHA-256 of the file's bytes, hexadecimal; null for a file whose name tells none. */
  readonly hash: string | null;
}

/** `policy-<sequence>-<version>-<hash>.json` */
export function policyFileName({ sequence, version, hash }: PolicyFileName): string {
  return `policy-${String(sequence).padStart(6, "0")}-${version}${hash === null ? "" : `-${hash}`}.json`;
}

/** Null for other files. */
export function parsePolicyFileName(name: string): PolicyFileName | null {
  const parts = pattern.exec(name);
  return parts === null ? null : { sequence: Number(parts[1]), version: parts[2] ?? "", hash: parts[3] ?? null };
}
