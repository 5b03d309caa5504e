import type { Occasion } from "./accessEntry.ts";
import { GatewayError } from "./errors.ts";
import type { House } from "./House.ts";

/**
 * Puts a failed identification on record; where that fails, the requester still only reads the failure.
 *
 * @throws what is given, always
 */
export async function failIdentification(error: unknown, { id, at, trace }: Occasion, house: House): Promise<never> {
  const code = error instanceof GatewayError ? error.code : "INTERNAL";
  await house.log
    .appendFailure({ id, at, code, trace })
    .catch((cause: unknown) => house.report("failure", { operation: id, code, error: cause }));
  throw error;
}
