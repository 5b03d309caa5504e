import { type ConflictDecision, decideConflict } from "../../shell/intake/conflicts/decideConflict.ts";
import { eraseFacts } from "../../shell/intake/eraseFacts.ts";
import type { FactReferenceInput } from "../../shell/intake/referFacts.ts";
import { referredFacts } from "../../shell/intake/referredFacts.ts";
import { restrictFacts } from "../../shell/intake/restrictFacts.ts";
import { type SupplyInput, supplyFacts } from "../../shell/intake/supplyFacts.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { intake } from "./intake.ts";

/** Input field of each kind of record → its name on the ledger. */
const fields = {
  policeFinding: "POLICE_FINDING",
  investigation: "INVESTIGATION",
  custody: "CUSTODY",
  conviction: "CONVICTION",
  wantedNotice: "WANTED_NOTICE",
};

/** The mutations by which an office sends, restricts and erases records of its own. */
export const supplyMutations = {
  supplyRecords: async (_: unknown, { input }: { readonly input: SupplyInput }, context: SubgraphContext) => ({
    facts: await supplyFacts(context, intake, fields, input),
  }),
  restrictRecords: (
    _: unknown,
    { input }: { readonly input: { readonly facts: readonly FactReferenceInput[]; readonly restricted: boolean } },
    context: SubgraphContext,
  ) =>
    referredFacts(context, input.facts, (transaction, { office }) =>
      restrictFacts(transaction, intake, office, input.facts, input.restricted),
    ),
  eraseRecords: (
    _: unknown,
    { input }: { readonly input: { readonly facts: readonly FactReferenceInput[] } },
    context: SubgraphContext,
  ) => referredFacts(context, input.facts, (transaction, grant) => eraseFacts(transaction, intake, grant, input.facts)),
  decideRecordConflict: (_: unknown, { input }: { readonly input: ConflictDecision }, context: SubgraphContext) =>
    decideConflict(context, intake, input),
};
