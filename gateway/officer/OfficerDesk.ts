import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { PolicyRecord } from "../../schema/policyRecord/PolicyRecord.ts";
import { loadSupergraph } from "../loadSupergraph.ts";
import { loadPolicy } from "../policy/loadPolicy.ts";
import type { Policy } from "../policy/Policy.ts";
import type { Supergraph } from "../Supergraph.ts";
import { policyRecord } from "./policyRecord.ts";

/** A policy that is asked about, and what it says as data. */
export interface AskedPolicy {
  readonly policy: Policy;
  readonly record: PolicyRecord;
}

/** What every question is asked over. */
export interface OfficerDesk extends AskedPolicy {
  readonly supergraph: Supergraph;
  /** Date of the question, `YYYY-MM-DD`. */
  readonly date: string;
  /** Folder of the access log. */
  readonly logFolder: string;
  /**
   * Another policy, for example a draft.
   *
   * @throws PolicyError where it does not load
   */
  open(folder: string): AskedPolicy;
}

let committed: Supergraph | undefined;

/** @throws PolicyError where a policy does not load */
export function openDesk(policyFolder: string | null, date: string, logFolder: string): OfficerDesk {
  committed ??= loadSupergraph();
  const supergraph = committed;
  const ask = (policy: Policy): AskedPolicy => ({ policy, record: policyRecord(policy, supergraph) });
  const open = (folder: string) => ask(loadPolicy(pathToFileURL(`${resolve(folder)}/`)));
  return { ...(policyFolder === null ? ask(loadPolicy()) : open(policyFolder)), supergraph, date, logFolder, open };
}
