import type { GraphQLFormattedError } from "graphql";
import type { Outcome } from "./Contract.ts";
import { errorCodes } from "./errors.ts";
import type { Fetched } from "./fetch.ts";
import type { Redacted } from "./redact.ts";
import type { WithheldEntry } from "./withheldEntries.ts";

/** Names the operation, so that an answer can be found in the access log. */
export const accessRecordHeader = "access-record";

/** The answer as it goes out: data, one error a withheld selection, and what a subgraph said to the requester. */
export function respond(fetched: Fetched, redacted: Redacted, purpose: string, operationId: string): Outcome {
  const errors = [...redacted.withheld.map((entry) => withheldError(entry, purpose)), ...fetched.errors];
  return {
    status: 200,
    headers: { [accessRecordHeader]: operationId },
    result: { ...(errors.length === 0 ? {} : { errors }), data: redacted.data },
  };
}

function withheldError({ path, coordinate, category }: WithheldEntry, purpose: string): GraphQLFormattedError {
  return {
    message: errorCodes.UNAUTHORIZED_FIELD_OR_TYPE[1],
    path,
    extensions: { code: "UNAUTHORIZED_FIELD_OR_TYPE", coordinate, category, purpose },
  };
}
