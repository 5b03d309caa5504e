import type { Gathered } from "./Gathered.ts";
import type { ProjectReport } from "./ProjectReport.ts";
import { practicability } from "./parts/practicability.ts";
import { proposals } from "./parts/proposals.ts";
import { robustness } from "./parts/robustness.ts";
import { staffing } from "./parts/staffing.ts";

/** Makes the project report in the decree's four parts. Pure: the same figures give the same report. */
export function makeProjectReport(gathered: Gathered): ProjectReport {
  const { from, to, simulation } = gathered;
  return {
    from,
    to,
    simulation,
    parts: [robustness(gathered), practicability(gathered), proposals(gathered), staffing(gathered)],
  };
}
