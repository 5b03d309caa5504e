import type { Occurrence } from "../shell/Occurrence.ts";

/** What in cases a date brings. What a step of a case brings is told by the step (`workflow/tellStep.ts`). */
export const occurrences: readonly Occurrence[] = [
  {
    kind: "MEASURE_DUE",
    table: "measure",
    holds: (row) => `${row}.state = 'OPEN'`,
    from: (row) => `${row}.due_on`,
    with: "NOTHING",
    key: "due_on",
    owners: ["office"],
  },
];
