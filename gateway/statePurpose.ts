import { GatewayError } from "./errors.ts";
import type { Purpose } from "./policy/Policy.ts";
import type { Requester } from "./Requester.ts";

/** A requester who has stated a purpose of the token, a reason, and a case where the purpose needs one. */
export interface StatedRequester extends Requester {
  readonly purpose: string;
  readonly reason: string;
}

/** Shortest reason in characters: one that can say anything. */
const reasonCharactersMin = 3;

/**
 * Admits a request to data, before any subgraph is asked. A case stated for a caseless purpose stays stated: it narrows.
 * A purpose that does not exist reads like one that the token does not carry.
 *
 * @param purposes the purposes of the policy in force, by id
 * @throws GatewayError PURPOSE_MISSING, PURPOSE_NOT_PERMITTED, CASE_MISSING, REASON_MISSING, in this order
 */
export function statePurpose(requester: Requester, purposes: ReadonlyMap<string, Purpose>): StatedRequester {
  const { purpose, caseRef, reason } = requester;
  if (purpose === null) throw new GatewayError("PURPOSE_MISSING");
  const known = requester.purposes.includes(purpose) ? purposes.get(purpose) : undefined;
  if (known === undefined) throw new GatewayError("PURPOSE_NOT_PERMITTED");
  if (!known.caseless && caseRef === null) throw new GatewayError("CASE_MISSING");
  if (reason === null) throw new GatewayError("REASON_MISSING");
  if ([...reason].length < reasonCharactersMin) {
    throw new GatewayError("REASON_MISSING", `A reason has at least ${reasonCharactersMin} characters.`);
  }
  return { ...requester, purpose, reason };
}
