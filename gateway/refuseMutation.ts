import type { Decision } from "./decide.ts";
import { GatewayError } from "./errors.ts";
import type { Operation } from "./Operation.ts";

/**
 * Refuses a mutation whole, before the first write, where anything in it is denied.
 *
 * @throws GatewayError MUTATION_REFUSED with the withheld coordinates
 */
export function refuseMutation(operation: Operation, decision: Decision): void {
  if (operation.definition.operation !== "mutation") return;
  const withheld = [...decision.verdicts.values()].flatMap((verdict) =>
    verdict.kind === "WITHHOLD" ? [{ coordinate: verdict.coordinate, category: verdict.category }] : [],
  );
  if (withheld.length > 0) throw new GatewayError("MUTATION_REFUSED", null, { withheld });
}
