import { addMonths } from "../../shell/calendar/addMonths.ts";
import type { SuppliedKind } from "../../shell/intake/SuppliedKind.ts";
import { policeFinding, repeatOffenderListing } from "../tables.ts";

/** Months for which a finding is kept where the sender names no day (§§ 22, 32 PolG NRW: ten years at most for adults). */
const monthsKept = 120;

/** Police finding: the office knows the person from its first finding on, and as long as one stands. */
export const policeFindingKind: SuppliedKind = {
  name: "POLICE_FINDING",
  category: "POLICE_FINDING_SUPPLY",
  table: policeFinding,
  needsLabel: true,
  subjectCategory: "SUSPECTED",
  relation: { kind: "OWN_FINDING", madeBy: [policeFinding, repeatOffenderListing] },
  faultIn: () => null,
  columns: ({ values }) => ({ findingKind: values.kind }),
  deleteBy: ({ eventDate }) => addMonths(eventDate, monthsKept),
  tie: ({ eventDate }) => ({ since: eventDate, until: null }),
  lastDay: () => null,
};
