import type { AnnexDeviation } from "./Annex.ts";
import type { AnnexFinding } from "./annexFindings.ts";

/** The deviation that answers for a finding; undefined: nobody does. */
export function explainedBy(finding: AnnexFinding, deviations: readonly AnnexDeviation[]): AnnexDeviation | undefined {
  return deviations.find(
    ({ office, finding: kind, group, tables }) =>
      office === finding.office &&
      kind === finding.finding &&
      group === finding.group &&
      tables.includes(finding.table),
  );
}
