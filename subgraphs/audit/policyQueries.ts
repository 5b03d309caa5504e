import { officeKinds, offices } from "../../schema/offices.ts";
import type { PolicyRecord, PolicyRight } from "../../schema/policyRecord/PolicyRecord.ts";
import { whatSees } from "../../schema/policyRecord/whatSees.ts";
import { whoCanSee } from "../../schema/policyRecord/whoCanSee.ts";
import { vocabulary } from "../../schema/vocabulary.ts";
import type { TypeResolvers } from "../shell/Subgraph.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { SubgraphError } from "../shell/SubgraphError.ts";
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
    const question = {
      office: known("office", args.office, [...officeKinds, ...offices.keys()]),
      role: known(
        "role",
        args.role,
        record.roles.map(({ id }) => id),
      ),
      purpose: known(
        "purpose",
        args.purpose,
        record.purposes.map(({ id }) => id),
      ),
      category: known("category", args.category, Object.keys(vocabulary.categories)),
    };
    return whatSees(record, question, args.date ?? grant.date).map((right) => present(right, record));
  };
  return {
    policyMatrix: rights,
    whatSees: rights,
    whoCanSee: async (_parent: unknown, args: Asked & { readonly coordinate: string }, { grant }: SubgraphContext) => {
      const record = await readPolicy(folder(), args.policyVersion ?? null);
      const coordinate =
        known(
          "coordinate",
          args.coordinate,
          record.fields.map((field) => field.coordinate),
        ) ?? "";
      const found = whoCanSee(record, coordinate, args.date ?? grant.date) ?? [];
      return found.map((right) => present(right, record));
    },
  };
}

function known(argument: string, name: string | null | undefined, names: Iterable<string>): string | null {
  if (name === null || name === undefined || new Set(names).has(name)) return name ?? null;
  const sentence =
    argument === "coordinate"
      ? "The schema has no such coordinate. Write it like Type.field."
      : "There is nothing of that name. policyMatrix tells the names that there are.";
  throw new SubgraphError("INVALID_INPUT", sentence, argument);
}

/** A right as the contract has it. */
function present({ when, rule, prohibitions, ...same }: PolicyRight, record: PolicyRecord) {
  return {
    ...same,
    categoryName: vocabulary.categories[same.category]?.german ?? null,
    relation: when,
    rule: reason(rule, record.rules),
    prohibitions: prohibitions.map((id) => reason(id, record.prohibitions)),
  };
}

function reason(id: string, reasons: PolicyRecord["rules"]) {
  const found = reasons.find((each) => each.id === id);
  return { id, sentence: found?.sentence ?? null, norms: found?.because ?? null };
}
