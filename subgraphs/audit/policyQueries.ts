import { officeKinds, offices } from "../../schema/offices.ts";
import { draftProcessing } from "../../schema/policyRecord/processing/draftProcessing.ts";
import type { ProcessingDocument } from "../../schema/policyRecord/processing/ProcessingDraft.ts";
import { whatSees } from "../../schema/policyRecord/whatSees.ts";
import { whoCanSee } from "../../schema/policyRecord/whoCanSee.ts";
import { vocabulary } from "../../schema/vocabulary.ts";
import type { TypeResolvers } from "../shell/Subgraph.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { knownName } from "./knownName.ts";
import { presentRight } from "./presentRight.ts";
import { queryExplanation } from "./queryExplanation.ts";
import { queryPolicyChanges } from "./queryPolicyChanges.ts";
import { readPolicy } from "./readPolicy.ts";

/** Of which policy, and on which date; null and absent mean the one in force, and the date of the question. */
interface Asked {
  readonly date?: string | null;
  readonly policyVersion?: string | null;
}

type RightsArguments = Asked & Partial<Record<"office" | "role" | "purpose" | "category", string | null>>;

/**
 * The officer's questions, over the policies that the gateways put on record in the log's folder. A name that does not exist is
 * INVALID_INPUT: an empty list always means that nobody has the right.
 */
export function policyQueries(folder: () => string): TypeResolvers {
  const rights = async (_parent: unknown, args: RightsArguments, { grant }: SubgraphContext) => {
    const record = await readPolicy(folder(), args.policyVersion ?? null);
    const ids = (named: readonly { readonly id: string }[]) => named.map(({ id }) => id);
    const question = {
      office: knownName("office", args.office, [...officeKinds, ...offices.keys()]),
      role: knownName("role", args.role, ids(record.roles)),
      purpose: knownName("purpose", args.purpose, ids(record.purposes)),
      category: knownName("category", args.category, Object.keys(vocabulary.categories)),
    };
    return whatSees(record, question, args.date ?? grant.date).map((right) => presentRight(right, record));
  };
  return {
    policyMatrix: rights,
    whatSees: rights,
    policyChanges: (_parent, args) => queryPolicyChanges(folder(), args),
    explainOperation: (_parent, args, context) => queryExplanation(folder(), args, context),
    processingDraft: async (
      _parent: unknown,
      { document }: { readonly document: ProcessingDocument },
      { grant }: SubgraphContext,
    ) => draftProcessing(await readPolicy(folder(), null), document, grant.date),
    whoCanSee: async (_parent: unknown, args: Asked & { readonly coordinate: string }, { grant }: SubgraphContext) => {
      const record = await readPolicy(folder(), args.policyVersion ?? null);
      const coordinates = record.fields.map((field) => field.coordinate);
      knownName("coordinate", args.coordinate, coordinates);
      const found = whoCanSee(record, args.coordinate, args.date ?? grant.date) ?? [];
      return found.map((right) => presentRight(right, record));
    },
  };
}
