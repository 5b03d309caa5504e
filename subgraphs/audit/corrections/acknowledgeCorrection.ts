import { and, eq, isNull } from "drizzle-orm";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import { correctionNotice } from "../tables.ts";

interface AcknowledgeArguments {
  readonly input: { readonly notice: string };
}

/**
 * Acknowledges a notice to the asking office. Again, it stays as it was acknowledged first.
 *
 * @throws SubgraphError NOT_FOUND for a notice that does not exist or is another office's; FIELD_NOT_GRANTED for a grant that names nobody
 */
export async function acknowledgeCorrection(
  { input }: AcknowledgeArguments,
  { database, grant }: SubgraphContext,
): Promise<{ readonly acknowledgedAt: string }> {
  if (grant.person === null) throw new SubgraphError("FIELD_NOT_GRANTED");
  const { id, office, acknowledgedAt } = correctionNotice;
  const own = and(eq(id, input.notice), eq(office, grant.holder));
  await database
    .update(correctionNotice)
    .set({ acknowledgedAt: new Date().toISOString() })
    .where(and(own, isNull(acknowledgedAt)));
  const [found] = await database.select({ acknowledgedAt }).from(correctionNotice).where(own);
  if (found?.acknowledgedAt === undefined || found.acknowledgedAt === null) throw new SubgraphError("NOT_FOUND");
  return { acknowledgedAt: new Date(found.acknowledgedAt).toISOString() };
}
