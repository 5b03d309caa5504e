import type { GrantView } from "../../shell/grantView.ts";

/**
 * Staff id of the person who acts.
 *
 * @throws Error for a grant without one: the gateway names the person in every grant for a mutation
 */
export function actingPerson(grant: GrantView): string {
  if (grant.person === null) throw new Error("A grant for a mutation names the person who acts.");
  return grant.person;
}
