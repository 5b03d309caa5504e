import { and, inArray } from "drizzle-orm";
import { personPredicate } from "../../shell/relationPredicate.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { person } from "../tables.ts";

/** `Query.person`. Null for a person who is not on file and for one whom the grant does not let through: both read the same. */
export function personByReference(
  personRef: string,
  context: SubgraphContext,
): Promise<{ readonly personRef: string } | null> {
  return context.load("immigration.visiblePerson", personRef, async (personRefs: readonly string[]) => {
    const rows = await context.database
      .select({ personRef: person.personRef })
      .from(person)
      .where(
        and(
          inArray(person.personRef, [...personRefs]),
          personPredicate(context.grant, "PERSON_REFERENCE", person.personRef),
        ),
      );
    const visible = new Map(rows.map((row) => [row.personRef, row]));
    return personRefs.map((each) => visible.get(each) ?? null);
  });
}
