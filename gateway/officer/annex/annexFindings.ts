import { type OfficeKind, officeKinds, offices } from "../../../schema/offices.ts";
import type { PolicyRecord, PolicyRight } from "../../../schema/policyRecord/PolicyRecord.ts";
import type { Policy } from "../../policy/Policy.ts";
import type { AnnexDeviation, AnnexMapping, AnnexTable } from "./Annex.ts";

/**
 * A datum that a rule gives to an office and the annex does not, or not plainly.
 * - NO: the annex does not let the office receive it
 * - UNCLEAR: its wording is open
 * - NARROW: it names immigration authorities alone, and the office is only treated like one
 * - PURPOSE: of this group of persons it goes to tasks of immigration and asylum law alone
 * - NO_RECIPIENT: the office is no recipient of the annex at all
 */
export interface AnnexFinding extends Pick<AnnexDeviation, "office" | "finding" | "group"> {
  readonly table: string;
  readonly category: string;
  /** Rules that give it, sorted. */
  readonly rules: readonly string[];
}

/** Where an office is met that a prohibition keeps from citizens of the Union without a finding of loss: group (3). */
const unionFact = "UNION_CITIZEN";
const groups = ["(1)", "(2)", "(3)"] as const;
/** Codes of purposes in immigration and asylum law (list `abrufzweck`). */
const immigrationCodes: readonly (string | null)[] = ["01", "02"];

/** Everything that the policy lets an office read of the register's data, whatever the date, beyond what the annex allows. */
export function annexFindings(
  record: PolicyRecord,
  policy: Policy,
  tables: readonly AnnexTable[],
  mapping: AnnexMapping,
): readonly AnnexFinding[] {
  const found = record.rights
    .filter(({ action, category }) => action === "SEE" && category in mapping.categories)
    .flatMap((right) => findingsOn(right, kindOf(right.office)));
  const alike = Map.groupBy(found, ({ rules: _, ...rest }) => JSON.stringify(rest));
  return [...alike.values()]
    .flatMap((of) =>
      of.slice(0, 1).map((first) => ({ ...first, rules: [...new Set(of.flatMap(({ rules }) => rules))].sort() })),
    )
    .sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));

  function findingsOn(right: PolicyRight, office: OfficeKind): readonly AnnexFinding[] {
    return Object.keys(mapping.categories[right.category] ?? {}).flatMap((no) => {
      const table = tables.find((each) => each.no === no);
      if (table === undefined) throw new Error(`mapping.yaml: The annex has no table ${no}.`);
      return groups
        .filter((group) => group !== "(3)" || !right.unless.includes(unionFact))
        .flatMap((group) =>
          judge(table, group, office, right).map((finding) => ({
            office,
            finding,
            group,
            table: no,
            category: right.category,
            rules: [right.rule],
          })),
        );
    });
  }

  function judge(
    table: AnnexTable,
    group: (typeof groups)[number],
    office: OfficeKind,
    { purpose }: PolicyRight,
  ): readonly AnnexFinding["finding"][] {
    const { key, extended, compared } = mapping.recipients[office];
    if (!compared) return [];
    const own = table.personGroups.find((each) => each.group.includes(group));
    const answers = own?.recipients ?? (group === "(1)" ? table.recipients : null);
    if (answers === null) return [];
    if (key === null) return ["NO_RECIPIENT"];
    const isLimited = own !== undefined && own.purposeLimit !== null;
    const code = policy.purposes.get(purpose)?.code ?? null;
    return [
      ...(answers[key] === "no" ? (["NO"] as const) : []),
      ...(answers[key] === "unclear" ? (["UNCLEAR"] as const) : []),
      ...(answers[key] === "yes" && isLimited && !immigrationCodes.includes(code) ? (["PURPOSE"] as const) : []),
      ...(extended && table.abhWording === "narrow" ? (["NARROW"] as const) : []),
    ];
  }
}

function kindOf(office: string): OfficeKind {
  const kind = officeKinds.find((each) => each === office) ?? offices.get(office)?.kind;
  if (kind === undefined) throw new Error(`There is no office ${office}.`);
  return kind;
}
