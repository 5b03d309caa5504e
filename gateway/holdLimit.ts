import { GatewayError } from "./errors.ts";
import { type LimitName, limits } from "./limits.ts";

/** @throws GatewayError LIMIT_EXCEEDED, naming the limit, when the count is over it */
export function holdLimit(limit: LimitName, count: number): void {
  if (count <= limits[limit]) return;
  throw new GatewayError("LIMIT_EXCEEDED", `The operation exceeds the limit ${limit} of ${limits[limit]}.`, {
    limit,
    allowed: limits[limit],
  });
}
