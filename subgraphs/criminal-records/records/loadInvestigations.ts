import { and, asc, eq, inArray, lte } from "drizzle-orm";
import { recordFactsExcluded } from "../../shell/relationPredicate.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { investigation } from "../tables.ts";

/** Open investigation as stored. */
export type Investigation = typeof investigation.$inferSelect;

/** States in which an investigation may be told of; ended ones may not (§ 484 (2) StPO). */
const openStates = ["OPEN", "CHARGED"] as const;

/**
 * Open investigations of a person, the eldest first. Where the grant for the category stops at investigations that the data
 * subject may not learn of, the database leaves them out.
 */
export function loadInvestigations(
  context: SubgraphContext,
  personRef: string,
  category: "INVESTIGATION" | "CONDUCT_FACTS",
): Promise<readonly Investigation[]> {
  const { database, grant } = context;
  const disclosableOnly = recordFactsExcluded(grant, category).has("DISCLOSURE_DEFERRED");
  return context.loadRows(
    disclosableOnly ? "investigations.disclosable" : "investigations",
    personRef,
    (personRefs) =>
      database
        .select()
        .from(investigation)
        .where(
          and(
            inArray(investigation.personRef, [...personRefs]),
            inArray(investigation.state, [...openStates]),
            lte(investigation.since, grant.date),
            disclosableOnly ? eq(investigation.disclosureDeferred, false) : undefined,
          ),
        )
        .orderBy(asc(investigation.since), asc(investigation.factId)),
    (row) => row.personRef,
  );
}
