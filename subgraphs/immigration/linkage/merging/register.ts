import { eq } from "drizzle-orm";
import type { Database } from "../../../shell/openStore.ts";
import { person } from "../../tables.ts";
import { registerPersons } from "../store/registerPersons.ts";
import { unregisterPerson } from "../store/unregisterPerson.ts";

/** Compares a person on file by these further names from now on. */
export async function register(
  transaction: Database,
  personRef: string,
  formerNames: readonly string[],
): Promise<void> {
  const [row] = await transaction.select().from(person).where(eq(person.personRef, personRef));
  if (row === undefined) return;
  await unregisterPerson(transaction, personRef);
  await registerPersons(transaction, [{ ...row, dateOfBirth: row.dateOfBirth ?? row.dateOfBirthPart, formerNames }]);
}
