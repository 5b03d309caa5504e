import { codeLists } from "../../../schema/codeLists.ts";
import type { SuppliedKind } from "../../shell/intake/SuppliedKind.ts";
import { wantedNotice } from "../tables.ts";

/**
 * Wanted notice, of a warrant of arrest too: later news ends it. The office knows the person by its proceedings; a notice makes no relation of
 * its own, as warrants outlive proceedings that are discontinued for the time being.
 */
export const wantedNoticeKind: SuppliedKind = {
  name: "WANTED_NOTICE",
  category: "WANTED_NOTICE_SUPPLY",
  table: wantedNotice,
  needsLabel: false,
  subjectCategory: "SUSPECTED",
  relation: null,
  faultIn({ values: { purpose, since, until } }, date) {
    if (!codeLists.get("ausschreibung")?.has(purpose)) return "purpose";
    if (since > date) return "since";
    return until < since ? "until" : null;
  },
  columns: ({ values: { purpose, since, until = null } }) => ({ purpose, since, until }),
  deleteBy: () => null,
  tie: () => null,
  lastDay: ({ values: { until = null } }) => until,
};
