import { schedule } from "../../schema/accessLogNames.ts";
import type { RecordErasures } from "../../subgraphs/shell/Erasure.ts";
import type { LogSettings } from "../audit/logSettings.ts";
import { recordTasks } from "../audit/recordTasks.ts";

/**
 * Puts on record what time erases, before and after.
 *
 * @param date date of the question
 * @param report is told what the operator must know
 * @returns throws where the log cannot be written: then nothing is erased, until the next time
 */
export function scheduledErasures(
  log: LogSettings,
  date: string,
  report: (detail: Readonly<Record<string, unknown>>) => void,
): RecordErasures {
  return async (erasures) => {
    const at = new Date().toISOString();
    const write = (outcome: "ATTEMPTED" | "ANSWERED") =>
      recordTasks(
        log,
        report,
        erasures.map(({ what, norm, office, caseRefs }) => ({
          at,
          questionDate: date,
          outcome,
          refusalCode: null,
          actor: schedule,
          office,
          role: schedule,
          reason: norm,
          askedCases: caseRefs,
          name: `term over: ${what}`,
        })),
      );
    await write("ATTEMPTED");
    return () => write("ANSWERED");
  };
}
