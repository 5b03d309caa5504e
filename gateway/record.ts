import type { AccessEntry } from "./audit/AccessEntry.ts";
import type { AccessLog } from "./audit/AccessLog.ts";
import type { Receipt } from "./audit/Receipt.ts";
import { GatewayError } from "./errors.ts";

/**
 * Puts the access on record. No answer may leave before this resolves: then the record is durable.
 *
 * @throws GatewayError RECORD_UNAVAILABLE, with the log's own error as `cause` for the operator
 */
export async function record(log: Pick<AccessLog, "append">, entry: AccessEntry): Promise<Receipt> {
  try {
    return await log.append(entry);
  } catch (error) {
    const unavailable = new GatewayError("RECORD_UNAVAILABLE");
    unavailable.cause = error;
    throw unavailable;
  }
}
