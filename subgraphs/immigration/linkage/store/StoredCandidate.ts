import type { Candidate } from "../model/decideBand.ts";

/** Somebody on file whom a description could be of. */
export interface StoredCandidate extends Candidate {
  /** Whether a large transfer block holds on the person. */
  readonly isBlocked: boolean;
}
