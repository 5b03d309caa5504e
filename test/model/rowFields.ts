import { offices } from "../../schema/offices.ts";
import { toldFields } from "../../subgraphs/audit/toldFields.ts";
import { factCategories } from "../../subgraphs/scoring/factCategories.ts";
import type { ReducedFactKey } from "../../subgraphs/scoring/reducedFacts.ts";
import { SubgraphError } from "../../subgraphs/shell/SubgraphError.ts";
import { page } from "./page.ts";
import type { Item, Registry } from "./Registry.ts";
import type { Rules } from "./Rules.ts";

/** What a field is read from: its item, the facts that hold on the record it belongs to, and who asks. */
interface Reading {
  readonly item: Item;
  readonly facts: readonly string[];
  readonly rules: Rules;
  readonly registry: Registry;
  readonly args: Item;
}

/** Fields below the root whose values hang on who asks. All others stand in the `Registry`. */
export const rowFields: Readonly<Record<string, (reading: Reading) => Item>> = {
  "Case.person": ({ item, rules }) => rules.ties.find(({ caseRef }) => caseRef === item.caseRef),

  "Person.assessment"({ item, facts, rules, registry }) {
    const { personRef } = item;
    const combinable = registry
      .value("Person", "investigations", item)
      .filter((each: Item) => rules.may("COMBINE", "CONDUCT_FACTS", rules.recordFacts("Investigation", each, facts)));
    const isWithheld = withheldFrom(rules, facts);
    const value = registry.value("Person", "assessment", { personRef, investigations: combinable, isWithheld });
    return value && afterEstimate(value, rules, registry, (tie) => tie.personRef === personRef);
  },

  "Case.recordedAssessments": ({ item, rules, registry }) =>
    afterEstimate(
      registry.value("Case", "recordedAssessments", item),
      rules,
      registry,
      (tie) => tie.caseRef === item.caseRef,
    ),

  "RecordedAssessment.assessment": ({ item, facts, rules, registry }) =>
    registry.value("RecordedAssessment", "assessment", { ...item, isWithheld: withheldFrom(rules, facts) }),

  "Case.assessmentDisclosures"({ item, facts, rules, registry }) {
    const isTold = (fact: string) => rules.may("SEE", "ASSESSMENT_POINTS", [...facts, fact]);
    const excluded = new Set(["RESTS_ON_PROCEEDINGS"].filter((fact) => !isTold(fact)));
    const recorded = registry.value("Case", "recordedAssessments", item);
    return registry.value("Case", "assessmentDisclosures", { recorded, excluded });
  },

  /** Who read the own data: neither those who could tell of proceedings, nor what could. */
  "Person.accesses"({ item, registry, args }) {
    const isUntold = ({ office, actor }: Item) =>
      ["POLICE", "LKA", "PROSECUTION"].includes(offices.get(office)?.kind ?? "") || actor.startsWith("SUBJECT:");
    const told = registry.log.records
      .filter((entry) => entry.outcome === "ANSWERED" && !isUntold(entry))
      .map((entry) => {
        const own = entry.subjects.filter(({ personRef }: Item) => personRef === item.personRef);
        const read = own.flatMap(({ disclosures }: Item) => disclosures.map(({ coordinate }: Item) => coordinate));
        return { ...entry, fields: toldFields.filter((coordinate) => read.includes(coordinate)) };
      })
      .filter(({ fields }) => fields.length > 0);
    return page(told, args, { at: "instant", id: "text" }, undefined, "-");
  },

  // The provenance inherits the category of the investigation, and its file reference is a detail, which has a field of its own.
  "Investigation.provenance": ({ item, registry }) => ({
    ...registry.value("Investigation", "provenance", item),
    sourceFileRef: null,
  }),
};

/** Nothing is told that rests on a fact of a category that this requester may not read on the record. */
function withheldFrom(rules: Rules, facts: readonly string[]): (key: string) => boolean {
  return (key) => factCategories[key as ReducedFactKey].some((category) => !rules.may("SEE", category, facts));
}

/** A score stays closed to the office in charge until the own estimate is given that the case was drawn for. */
function afterEstimate(value: Item, rules: Rules, registry: Registry, concerns: (tie: Item) => boolean): Item {
  const isAwaiting = ({ kind, caseRef }: Item) => kind === "OWN_CASE" && registry.awaitsEstimate(caseRef);
  if (rules.ties.filter(concerns).some(isAwaiting)) throw new SubgraphError("CONFLICT");
  return value;
}
