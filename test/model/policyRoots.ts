import { loadSupergraph } from "../../gateway/loadSupergraph.ts";
import { policyRecord } from "../../gateway/officer/policyRecord.ts";
import { loadPolicy } from "../../gateway/policy/loadPolicy.ts";
import { officeKinds, offices } from "../../schema/offices.ts";
import type { PolicyRight } from "../../schema/policyRecord/PolicyRecord.ts";
import { whatSees } from "../../schema/policyRecord/whatSees.ts";
import { whoCanSee } from "../../schema/policyRecord/whoCanSee.ts";
import { vocabulary } from "../../schema/vocabulary.ts";
import { SubgraphError } from "../../subgraphs/shell/SubgraphError.ts";
import type { Item } from "./Registry.ts";
import type { Rules } from "./Rules.ts";

const record = policyRecord(loadPolicy(), loadSupergraph());

const names: Readonly<Record<string, readonly string[]>> = {
  office: [...officeKinds, ...offices.keys()],
  role: record.roles.map(({ id }) => id),
  purpose: record.purposes.map(({ id }) => id),
  category: Object.keys(vocabulary.categories),
  coordinate: record.fields.map(({ coordinate }) => coordinate),
  policyVersion: [record.version],
};

/** The officer's questions to the policy in force. What it gives comes from the schema's own functions, which have tests of their own. */
export const policyRoots = { policyMatrix: rights, whatSees: rights, whoCanSee: holders };

function rights(args: Item, { setting }: Rules): readonly Item[] {
  requireKnown(args);
  const { office = null, role = null, purpose = null, category = null, date } = args;
  return whatSees(record, { office, role, purpose, category }, date ?? setting.date).map(presented);
}

function holders(args: Item, { setting }: Rules): readonly Item[] {
  requireKnown(args);
  return (whoCanSee(record, args.coordinate, args.date ?? setting.date) ?? []).map(presented);
}

function requireKnown(args: Item): void {
  for (const [name, known] of Object.entries(names))
    if (args[name] !== undefined && args[name] !== null && !known.includes(args[name]))
      throw new SubgraphError("INVALID_INPUT");
}

function presented({ when, rule, prohibitions, ...same }: PolicyRight): Item {
  return {
    ...same,
    categoryName: vocabulary.categories[same.category]?.german ?? null,
    relation: when,
    rule: reason(rule),
    prohibitions: prohibitions.map(reason),
  };
}

function reason(id: string): Item {
  const found = [...record.rules, ...record.prohibitions].find((each) => each.id === id);
  return { id, sentence: found?.sentence ?? null, norms: found?.because ?? null };
}
