import { codeLists } from "../../../schema/codeLists.ts";
import { offices } from "../../../schema/offices.ts";
import type { SuppliedKind } from "../../shell/intake/SuppliedKind.ts";
import { custody } from "../tables.ts";

/** Custody by the prison's book number. The prison knows the person as long as it lasts. */
export const custodyKind: SuppliedKind = {
  name: "CUSTODY",
  category: "CUSTODY_SUPPLY",
  table: custody,
  needsLabel: false,
  subjectCategory: "CONVICTED",
  relation: { kind: "OWN_CUSTODY", madeBy: [custody] },
  faultIn({ values }, date) {
    if (!codeLists.get("peb-haftart")?.has(values.kind)) return "kind";
    if (values.from > date) return "from";
    if (values.endedOn > date) return "endedOn";
    const later = (["endedOn", "expectedEnd", "halfTerm"] as const).find((day) => values[day] < values.from);
    if (later !== undefined) return later;
    return values.enforcedBy === undefined || offices.get(values.enforcedBy)?.kind === "PROSECUTION"
      ? null
      : "enforcedBy";
  },
  columns: ({ values }) => ({
    custodyKind: values.kind,
    begunOn: values.from,
    endedOn: values.endedOn ?? null,
    expectedEnd: values.expectedEnd ?? null,
    halfTerm: values.halfTerm ?? null,
    enforcedBy: values.enforcedBy ?? null,
    waiver456a: values.waiver456a ?? "NONE",
  }),
  deleteBy: () => null,
  tie: ({ values: { from, endedOn, expectedEnd } }) => ({ since: from, until: endedOn ?? expectedEnd ?? null }),
  lastDay: ({ values }) => values.endedOn ?? null,
};
