import { and, asc, eq } from "drizzle-orm";
import type { SubgraphContext } from "../../SubgraphContext.ts";
import type { Intake } from "../Intake.ts";

/** Most conflicts of one answer: the eldest come first, and go as they are decided. */
const conflictsMax = 200;

/** What the asking office sent and contradicts itself in, and nobody has decided yet; the eldest first. Of other offices nothing. */
export async function openConflicts({ database, grant }: SubgraphContext, { ledger }: Intake) {
  const { suppliedConflict, suppliedFact } = ledger;
  const rows = await database
    .select({ conflict: suppliedConflict, fact: suppliedFact })
    .from(suppliedConflict)
    .leftJoin(suppliedFact, eq(suppliedFact.factId, suppliedConflict.factId))
    .where(and(eq(suppliedConflict.office, grant.office), eq(suppliedConflict.state, "OPEN")))
    .orderBy(asc(suppliedConflict.receivedAt), asc(suppliedConflict.id))
    .limit(conflictsMax);
  return rows.map(({ conflict, fact }) => ({
    ...conflict,
    kind: conflict.factKind,
    changedAt: instant(conflict.changedAt),
    receivedAt: instant(conflict.receivedAt),
    heldVersion: fact?.version ?? null,
    heldChangedAt: fact === null ? null : instant(fact.changedAt),
  }));
}

function instant(at: string): string {
  return new Date(at).toISOString();
}
