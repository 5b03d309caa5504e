import { type ConflictDecision, decideConflict } from "../../shell/intake/conflicts/decideConflict.ts";
import { eraseFacts } from "../../shell/intake/eraseFacts.ts";
import type { FactReferenceInput } from "../../shell/intake/referFacts.ts";
import { referredFacts } from "../../shell/intake/referredFacts.ts";
import { restrictFacts } from "../../shell/intake/restrictFacts.ts";
import { type SupplyInput, supplyFacts } from "../../shell/intake/supplyFacts.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { intake } from "./intake.ts";

/** Input field of each kind of fact → its name on the ledger. */
const fields = {
  residenceStatus: "RESIDENCE_STATUS",
  obligationToLeave: "OBLIGATION_TO_LEAVE",
  expulsion: "EXPULSION",
  removalThreat: "REMOVAL_THREAT",
  entryBan: "ENTRY_BAN",
  toleration: "TOLERATION",
  asylumProcedure: "ASYLUM_PROCEDURE",
  identityClarification: "IDENTITY_CLARIFICATION",
  travelDocument: "TRAVEL_DOCUMENT",
};

/** The mutations by which an office sends, restricts and erases residence facts of its own. */
export const supplyMutations = {
  supplyResidenceFacts: async (_: unknown, { input }: { readonly input: SupplyInput }, context: SubgraphContext) => ({
    facts: await supplyFacts(context, intake, fields, input),
  }),
  restrictResidenceFacts: (
    _: unknown,
    { input }: { readonly input: { readonly facts: readonly FactReferenceInput[]; readonly restricted: boolean } },
    context: SubgraphContext,
  ) =>
    referredFacts(context, input.facts, (transaction, { office }) =>
      restrictFacts(transaction, intake, office, input.facts, input.restricted),
    ),
  eraseResidenceFacts: (
    _: unknown,
    { input }: { readonly input: { readonly facts: readonly FactReferenceInput[] } },
    context: SubgraphContext,
  ) => referredFacts(context, input.facts, (transaction, grant) => eraseFacts(transaction, intake, grant, input.facts)),
  decideResidenceConflict: (_: unknown, { input }: { readonly input: ConflictDecision }, context: SubgraphContext) =>
    decideConflict(context, intake, input),
};
