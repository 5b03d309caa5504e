import type { Occurrence } from "../shell/Occurrence.ts";

/** The column's day, with six months to go; a release or half-term that has passed is no news any more. */
function approaching(kind: string, column: string): Occurrence {
  return {
    kind,
    table: "custody",
    holds: (row) => `${row}.${column} IS NOT NULL AND ${row}.ended_on IS NULL`,
    from: (row) => `(${row}.${column} - interval '6 months')::date`,
    with: "FACT",
    key: column,
    owners: ["source_office", "enforced_by"],
  };
}

/** What in custody is news to other offices (§ 74 AufenthV). */
export const occurrences: readonly Occurrence[] = [
  approaching("RELEASE_WITHIN_SIX_MONTHS", "expected_end"),
  approaching("HALF_TERM_WITHIN_SIX_MONTHS", "half_term"),
  {
    kind: "CUSTODY_DATES_MOVED",
    table: "custody",
    holds: () => "(OLD.expected_end IS DISTINCT FROM NEW.expected_end OR OLD.half_term IS DISTINCT FROM NEW.half_term)",
    from: null,
    with: "CHANGE",
    key: "version",
    owners: ["source_office", "enforced_by"],
  },
];
