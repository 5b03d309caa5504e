import type { PageConfig } from "../../pageConfig.ts";
import type { Session } from "./Session.ts";

/** Name of the contract under which the session asks; null for whom none is cut. */
export function contractOf({ contracts, kinds }: PageConfig, { office, role }: Session): string | null {
  return contracts[`${office} ${role}`] ?? contracts[`${kinds[office]} ${role}`] ?? null;
}
