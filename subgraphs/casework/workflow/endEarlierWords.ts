import { and, eq } from "drizzle-orm";
import { endVersions } from "../../shell/endVersions.ts";
import type { Database } from "../../shell/openStore.ts";
import { prosecutorConsent } from "../tables.ts";

/** The latest word of a prosecutor's office is what counts of it (`consentFact`): a new one takes the place of what it said before. */
export async function endEarlierWords(
  transaction: Database,
  { personRef, office }: { readonly personRef: string; readonly office: string },
  on: string,
): Promise<void> {
  const { personRef: person, office: asked, factId, version } = prosecutorConsent;
  const earlier = await transaction
    .select({ factId, version })
    .from(prosecutorConsent)
    .where(and(eq(person, personRef), eq(asked, office)));
  await endVersions(
    transaction,
    earlier.map((row) => `${row.factId}@${row.version}`),
    on,
  );
}
