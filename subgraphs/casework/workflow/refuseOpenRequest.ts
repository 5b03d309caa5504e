import { and, eq } from "drizzle-orm";
import type { Database } from "../../shell/openStore.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import { prosecutorConsent } from "../tables.ts";

/** @throws SubgraphError CONFLICT while a request to the office is open in the case */
export async function refuseOpenRequest(
  transaction: Database,
  { caseRef, office }: { readonly caseRef: string; readonly office: string },
): Promise<void> {
  const { caseRef: inCase, office: asked, state } = prosecutorConsent;
  const openRequest = and(eq(inCase, caseRef), eq(asked, office), eq(state, "REQUESTED"));
  if ((await transaction.$count(prosecutorConsent, openRequest)) === 0) return;
  throw new SubgraphError("CONFLICT", "A request to this office is open in the case. Wait for its answer.");
}
