import type { TypeResolvers } from "../../shell/Subgraph.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { conductFacts } from "../conduct/conductFacts.ts";
import { refersToRemovalBar } from "../conduct/refersToRemovalBar.ts";
import { lastingCustody } from "../records/lastingCustody.ts";
import { loadConvictions } from "../records/loadConvictions.ts";
import { loadCustodies } from "../records/loadCustodies.ts";
import { loadInvestigations } from "../records/loadInvestigations.ts";
import { loadPoliceFindings } from "../records/loadPoliceFindings.ts";
import { loadRepeatOffenderListings } from "../records/loadRepeatOffenderListings.ts";
import { loadWantedNotices } from "../records/loadWantedNotices.ts";
import { noteErasure } from "../records/noteErasure.ts";

interface PersonReference {
  readonly personRef: string;
}

/** `Person`: the entity, by its opaque reference. The shell has judged the grant before any of these runs. */
export const personFields: TypeResolvers = {
  __resolveReference: (reference: PersonReference) => reference,
  convictions: ({ personRef }: PersonReference, _, context) => loadConvictions(context, personRef),
  removalBarConvictions: async ({ personRef }: PersonReference, _, context) =>
    (await loadConvictions(context, personRef)).filter(refersToRemovalBar),
  investigations: ({ personRef }: PersonReference, _, context) =>
    loadInvestigations(context, personRef, "INVESTIGATION"),
  custody: async ({ personRef }: PersonReference, _, context) =>
    lastingCustody(await loadCustodies(context, personRef, "CUSTODY"), context.grant.date),
  wantedNotices: ({ personRef }: PersonReference, _, context) => loadWantedNotices(context, personRef),
  repeatOffenderListings: ({ personRef }: PersonReference, _, context) =>
    loadRepeatOffenderListings(context, personRef, "REPEAT_OFFENDER_LISTING"),
  policeFindings: ({ personRef }: PersonReference, _, context) => loadPoliceFindings(context, personRef),
  conductFacts: ({ personRef }: PersonReference, _, context) => loadConductFacts(context, personRef),
};

async function loadConductFacts(context: SubgraphContext, personRef: string) {
  const [convictions, investigations, custodies, listings] = await Promise.all([
    loadConvictions(context, personRef),
    loadInvestigations(context, personRef, "CONDUCT_FACTS"),
    loadCustodies(context, personRef, "CONDUCT_FACTS"),
    loadRepeatOffenderListings(context, personRef, "CONDUCT_FACTS"),
  ]);
  await noteErasure(context, convictions);
  return conductFacts({ date: context.grant.date, convictions, investigations, custodies, listings });
}
