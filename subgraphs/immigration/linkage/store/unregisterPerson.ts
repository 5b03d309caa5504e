import { eq } from "drizzle-orm";
import type { Database } from "../../../shell/openStore.ts";
import { linkageForm } from "../tables.ts";
import { countTerms } from "./countTerms.ts";

/** Takes a person out again, in the transaction that takes them from the file. */
export async function unregisterPerson(transaction: Database, personRef: string): Promise<void> {
  const rows = await transaction
    .delete(linkageForm)
    .where(eq(linkageForm.personRef, personRef))
    .returning({ terms: linkageForm.terms });
  await countTerms(
    transaction,
    rows.flatMap(({ terms }) => terms),
    -1,
  );
}
