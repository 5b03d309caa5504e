import type { SuppliedKind } from "../../shell/intake/SuppliedKind.ts";
import { parseProvision } from "../penal/parseProvision.ts";
import { investigation } from "../tables.ts";

const openStates: readonly string[] = ["OPEN", "CHARGED"];
const provisionsMax = 50;

/** Investigation by its Js reference: later news is a later state. Of an ended one the office keeps no relation (§ 484 (2) StPO). */
export const investigationKind: SuppliedKind = {
  name: "INVESTIGATION",
  category: "INVESTIGATION_SUPPLY",
  table: investigation,
  needsLabel: false,
  subjectCategory: "SUSPECTED",
  relation: { kind: "OWN_INVESTIGATION", madeBy: [investigation] },
  faultIn({ values: { provisions, since } }, date) {
    const known = (each: string) => parseProvision(each) !== null && each.length <= 100;
    if (provisions.length < 1 || provisions.length > provisionsMax || !provisions.every(known)) return "provisions";
    return since > date ? "since" : null;
  },
  columns: ({ values: { provisions, state, since, disclosureDeferred = false } }) => ({
    provisions,
    state,
    since,
    disclosureDeferred,
  }),
  deleteBy: () => null,
  tie: ({ eventDate, values: { state, since } }) => ({
    since,
    until: openStates.includes(state) ? null : eventDate < since ? since : eventDate,
  }),
  lastDay: () => null,
};
