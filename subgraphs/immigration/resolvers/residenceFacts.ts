import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { factTypes } from "../facts/factTypes.ts";
import { type ReducedFact, reduceResidence } from "../reducedFacts/reduceResidence.ts";

/** `Person.residenceFacts`; null for a person who is not on file. */
export async function residenceFacts(
  { personRef }: { readonly personRef: string },
  context: SubgraphContext,
): Promise<readonly ReducedFact[] | null> {
  const [person, ...facts] = await Promise.all([
    factTypes.person.latest(context, personRef),
    factTypes.obligationToLeave.all(context, personRef),
    factTypes.expulsion.all(context, personRef),
    factTypes.removalThreat.all(context, personRef),
    factTypes.toleration.all(context, personRef),
    factTypes.asylumProcedure.all(context, personRef),
    factTypes.removalBar.all(context, personRef),
    factTypes.interestToStay.all(context, personRef),
    factTypes.identityClarification.all(context, personRef),
    factTypes.travelDocument.all(context, personRef),
    factTypes.evasionFact.all(context, personRef),
  ]);
  if (person === null) return null;
  const [obligationsToLeave, expulsions, removalThreats, tolerations, asylumProcedures, removalBars, ...rest] = facts;
  const [interestsToStay, identityClarifications, travelDocuments, evasionFacts] = rest;
  return reduceResidence({
    date: context.grant.date,
    person,
    obligationsToLeave,
    expulsions,
    removalThreats,
    tolerations,
    asylumProcedures,
    removalBars,
    interestsToStay,
    identityClarifications,
    travelDocuments,
    evasionFacts,
  });
}
