import { insertRows } from "../../../shell/insertRows.ts";
import type { Database } from "../../../shell/openStore.ts";
import { blockingKeys } from "../blockingKeys.ts";
import { type Described, preparePerson } from "../compare/preparePerson.ts";
import { termsOfPerson } from "../model/termsOfPerson.ts";
import { linkageForm } from "../tables.ts";
import { countTerms } from "./countTerms.ts";

/** A person on file, as descriptions are compared with it. */
export interface Registered extends Described {
  readonly personRef: string;
}

/** Makes persons on file known to linkage, in the transaction that puts them on file. */
export async function registerPersons(transaction: Database, persons: readonly Registered[]): Promise<void> {
  const forms = persons.map((each) => {
    const prepared = preparePerson(each);
    const terms = [...termsOfPerson(prepared), "*"];
    return { personRef: each.personRef, formerNames: [...each.formerNames], keys: [...blockingKeys(prepared)], terms };
  });
  await insertRows(transaction, linkageForm, forms);
  await countTerms(
    transaction,
    forms.flatMap(({ terms }) => terms),
    1,
  );
}
