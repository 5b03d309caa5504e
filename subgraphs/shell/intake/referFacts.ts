import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "../openStore.ts";
import type { Intake } from "./Intake.ts";

/** A fact by the sender's own reference. */
export interface FactReferenceInput {
  readonly kind: string;
  readonly reference: string;
}

/** What is referred to: the fact on the ledger, or null where the office holds none of that reference. In the order of the references. */
export async function referFacts(
  transaction: Database,
  { ledger: { suppliedFact } }: Intake,
  office: string,
  references: readonly FactReferenceInput[],
) {
  const rows = await transaction
    .select()
    .from(suppliedFact)
    .where(
      and(
        eq(suppliedFact.office, office),
        inArray(
          suppliedFact.reference,
          references.map(({ reference }) => reference),
        ),
      ),
    );
  return references.map(
    (asked) => rows.find((row) => row.factKind === asked.kind && row.reference === asked.reference) ?? null,
  );
}
