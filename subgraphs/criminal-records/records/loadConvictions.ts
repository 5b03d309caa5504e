import { and, asc, eq, inArray, lte } from "drizzle-orm";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { usableEntries } from "../erasure/usableEntries.ts";
import { conviction, offence } from "../tables.ts";
import type { Conviction } from "./Conviction.ts";
import { register } from "./register.ts";

/**
 * Convictions of a person that may be used on the date of the question, the latest first. The only door to the register:
 * what is not final does not leave the database, what is unusable does not leave this function.
 */
export async function loadConvictions(context: SubgraphContext, personRef: string): Promise<readonly Conviction[]> {
  const { database, grant } = context;
  const [rows, offences] = await Promise.all([
    context.loadRows(
      "convictions",
      personRef,
      (personRefs) =>
        database
          .select()
          .from(conviction)
          .where(and(inArray(conviction.personRef, [...personRefs]), lte(conviction.finalOn, grant.date))),
      (row) => row.personRef,
    ),
    context.loadRows(
      "offences",
      personRef,
      (personRefs) =>
        database
          .select({ offence })
          .from(offence)
          .innerJoin(conviction, eq(conviction.factId, offence.convictionId))
          .where(and(inArray(offence.personRef, [...personRefs]), lte(conviction.finalOn, grant.date)))
          .orderBy(asc(offence.number))
          .then((joined) => joined.map((each) => each.offence)),
      (row) => row.personRef,
    ),
  ]);
  return usableEntries(register(rows, offences), grant.date)
    .map(({ entry, erasableFrom }) => ({ ...entry, erasableFrom }))
    .toSorted(
      (left, right) => right.decidedOn.localeCompare(left.decidedOn) || left.factId.localeCompare(right.factId),
    );
}
