import type { Occurrence } from "../shell/Occurrence.ts";

/** What in residence-law facts is news to other offices. */
export const occurrences: readonly Occurrence[] = [
  {
    kind: "EXPULSION_FINAL",
    table: "expulsion",
    holds: (row) => `${row}.final_on IS NOT NULL`,
    from: (row) => `${row}.final_on`,
    with: "FACT",
    key: "final_on",
    owners: [],
  },
  {
    // That a threat is enforceable has no day of its own in the file: it is news when it is recorded.
    kind: "REMOVAL_THREAT_ENFORCEABLE",
    table: "removal_threat",
    holds: (row) => `${row}.enforceable`,
    from: null,
    with: "FACT",
    key: "enforceable",
    owners: [],
  },
];
