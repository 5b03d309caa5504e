import { and, inArray } from "drizzle-orm";
import { keptOn } from "../../shell/keptOn.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { loadConductReports } from "../loadConductReports.ts";
import type { PersonReference } from "../PersonReference.ts";
import { prosecutorConsent } from "../tables.ts";
import type { CaseworkFact } from "./CaseworkFact.ts";
import { consentFact } from "./consentFact.ts";
import { socialConductFact } from "./socialConductFact.ts";

/** Reduced facts of a person. A key that is absent is unknown. */
export async function caseworkFacts(
  person: PersonReference,
  _args: unknown,
  context: SubgraphContext,
): Promise<readonly CaseworkFact[]> {
  const [reports, consents] = await Promise.all([loadConductReports(context, person), loadConsents(context, person)]);
  const consent = consentFact(consents);
  return [socialConductFact(reports, context.grant.date), ...(consent === null ? [] : [consent])];
}

function loadConsents(context: SubgraphContext, { personRef }: PersonReference) {
  return context.loadRows(
    "casework.consentsOfPerson",
    personRef,
    (personRefs) =>
      context.database
        .select()
        .from(prosecutorConsent)
        .where(
          and(inArray(prosecutorConsent.personRef, [...personRefs]), keptOn(prosecutorConsent, context.grant.date)),
        )
        .orderBy(
          prosecutorConsent.personRef,
          prosecutorConsent.eventDate,
          prosecutorConsent.caseRef,
          prosecutorConsent.position,
        ),
    (row) => row.personRef,
  );
}
