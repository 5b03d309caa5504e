import type { Gateway } from "./Gateway.ts";
import { operations } from "./operations.ts";

/** Asks each subgraph to take up what waited for a decision on a person. One that the sender may send nothing to is passed over. */
export async function takeUp(gateway: Gateway): Promise<void> {
  const input = { profile: "retry", profileVersion: "1", facts: [] };
  for (const { SUPPLY } of Object.values(operations)) await gateway.sendIfOffered(SUPPLY.query, { input });
}
