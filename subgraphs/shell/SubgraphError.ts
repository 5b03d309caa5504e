import { isRequesterSentence } from "../../schema/requesterSentences.ts";

/**
 * Closed set of error codes a subgraph answers with. `meaning` is fit for any requester: no error carries data of a person.
 */
export const subgraphErrorCodes = {
  GRANT_MISSING: "The request carries no grant.",
  GRANT_INVALID: "The grant is forged, has expired or is made out to another subgraph.",
  FIELD_NOT_GRANTED: "The grant does not cover a field that was asked for.",
  NOT_FOUND: "There is no such record for this requester.",
  INVALID_INPUT: "An input value cannot be accepted.",
  CONFLICT: "The record is not in a state that allows this.",
  BAD_REQUEST: "The request is no valid operation.",
  DATABASE_UNAVAILABLE: "The database does not answer.",
  LOG_UNREADABLE: "The access log cannot be read.",
  LOG_BROKEN: "The access log does not verify.",
  INTERNAL: "The subgraph failed.",
} as const;

export type SubgraphErrorCode = keyof typeof subgraphErrorCodes;

/**
 * An error that may leave the subgraph.
 *
 * @param code one of the closed set
 * @param detail what to do about it, a sentence of `schema/requesterSentences.ts`; never a value from a record. Null: the code's own
 * @param field input field the error is about, as `input.field`; null for none
 */
export class SubgraphError extends Error {
  readonly code: SubgraphErrorCode;
  readonly field: string | null;

  constructor(code: SubgraphErrorCode, detail: string | null = null, field: string | null = null) {
    super(detail ?? subgraphErrorCodes[code]);
    if (detail !== null && !isRequesterSentence(code, detail)) {
      throw new Error(`schema/requesterSentences.ts has no such sentence for ${code}: ${detail}`);
    }
    this.name = "SubgraphError";
    this.code = code;
    this.field = field;
  }
}
