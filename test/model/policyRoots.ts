import { readFileSync } from "node:fs";
import { buildASTSchema, parse } from "graphql";
import { loadSupergraph } from "../../gateway/loadSupergraph.ts";
import { policyRecord } from "../../gateway/officer/policyRecord.ts";
import { loadPolicy } from "../../gateway/policy/loadPolicy.ts";
import { officeKinds, offices } from "../../schema/offices.ts";
import { explainOperation } from "../../schema/policyRecord/explainOperation.ts";
import type { PolicyRight } from "../../schema/policyRecord/PolicyRecord.ts";
import { draftProcessing } from "../../schema/policyRecord/processing/draftProcessing.ts";
import { recordedAccess } from "../../schema/policyRecord/recordedAccess.ts";
import { simulate } from "../../schema/policyRecord/simulate.ts";
import { whatSees } from "../../schema/policyRecord/whatSees.ts";
import { whoCanSee } from "../../schema/policyRecord/whoCanSee.ts";
import { vocabulary } from "../../schema/vocabulary.ts";
import { SubgraphError } from "../../subgraphs/shell/SubgraphError.ts";
import type { Item, Registry } from "./Registry.ts";
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

const types = buildASTSchema(parse(readFileSync(new URL("../../schema/supergraph.graphql", import.meta.url), "utf8")), {
  assumeValidSDL: true,
});

/** The officer's questions to the policy in force. What it gives comes from the schema's own functions, which have tests of their own. */
export const policyRoots = {
  policyMatrix: rights,
  whatSees: rights,
  whoCanSee: holders,
  policyChanges: changes,
  explainOperation: explanation,
  processingDraft: ({ document }: Item, { setting }: Rules): Item =>
    draftProcessing(record, document, setting.date) as Item,
  simulatePolicy: simulation,
};

/** One policy is on record, from which to itself nothing changes. */
function changes({ from, to }: Item): readonly Item[] {
  for (const policyVersion of [from, to]) requireKnown({ policyVersion });
  return [];
}

function explanation(args: Item, { setting }: Rules): readonly Item[] {
  const { office, role, purpose, operation, operationName = null, date, policyVersion } = args;
  if (officeKinds.some((kind) => kind === office)) throw new SubgraphError("INVALID_INPUT");
  requireKnown({ office, role, purpose, policyVersion });
  try {
    const variables = JSON.parse(args.variables ?? "{}");
    if (Array.isArray(variables)) throw new Error("No object.");
    const asked = { document: parse(operation), operationName, variables };
    const explained = explainOperation(asked, types, record, { office, role, purpose }, date ?? setting.date);
    return explained.map(({ rights: by, prohibitions, ...same }) => ({
      ...same,
      rights: by.map(presented),
      prohibitions: prohibitions.map(reason),
    }));
  } catch {
    throw new SubgraphError("INVALID_INPUT");
  }
}

function simulation({ draft, since, date = null }: Item, _rules: Rules, { log }: Pick<Registry, "log">): Item {
  requireKnown({ policyVersion: draft });
  const accesses = log.records
    .filter(({ at, decided }) => decided.isDecided && at >= since)
    .flatMap((entry) => {
      const coordinates = entry.subjects.flatMap(({ disclosures }: Item) => disclosures).map(coordinateOf);
      const withheld = entry.refusalCode === "MUTATION_REFUSED" ? entry.decided.withheld : entry.withheld;
      const subjects = entry.subjects.map(({ personRef, disclosures }: Item) => ({
        token: personRef,
        positions: disclosures.map((told: Item) => coordinates.indexOf(told.coordinate)),
      }));
      const decided = { coordinates, tested: entry.tested, withheld };
      const positions = withheld.map((_: Item, index: number) => index);
      return recordedAccess({ ...entry, withheld: positions } as never, decided, subjects) ?? [];
    });
  const { simulated, ...counts } = simulate(accesses, { draft: record, inForce: record, date });
  return { ...counts, changes: simulated };
}

function coordinateOf({ coordinate }: Item): string {
  return coordinate;
}

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
