import { type Asked, refusedEntry } from "./accessEntry.ts";
import { GatewayError } from "./errors.ts";
import type { House } from "./House.ts";
import { record } from "./record.ts";

/**
 * Puts a refusal on record; where that fails, the requester still only reads the refusal.
 *
 * @returns what the requester reads
 */
export async function refuse(error: unknown, asked: Asked, house: House): Promise<GatewayError> {
  const refusal = error instanceof GatewayError ? error : new GatewayError("INTERNAL");
  const { id: operation } = asked.occasion;
  if (refusal !== error || refusal.status >= 500) {
    house.report("failure", { operation, code: refusal.code, error });
  }
  // After a failed write the entry may stand on the disk all the same; a second one of its id would double it.
  if (refusal.code !== "RECORD_UNAVAILABLE" && !isUnrecorded(refusal.cause)) {
    const entry = refusedEntry(asked, refusal.code);
    // Who asks too often must not fill the log by it: the first is on record, the others by their number.
    const written = refusal.code === "TOO_MANY_REQUESTS" ? house.log.appendRepeated(entry) : record(house.log, entry);
    await written.catch((cause: Error & { readonly code?: string }) =>
      house.report("failure", { operation, code: cause.code, error: cause }),
    );
  }
  return refusal;
}

function isUnrecorded(cause: unknown): boolean {
  return cause instanceof GatewayError && cause.code === "RECORD_UNAVAILABLE";
}
