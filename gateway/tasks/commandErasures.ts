import { germanToday } from "../../schema/germanToday.ts";
import type { RecordErasures } from "../../subgraphs/shell/Erasure.ts";
import { logSettings } from "../audit/logSettings.ts";
import { reportEvent } from "../reportEvent.ts";
import { scheduledErasures } from "./scheduledErasures.ts";

/**
 * Puts on record what a command erases, where the environment says that the log is.
 *
 * @param date date of the question: in production none that is still to come, which would erase before its time
 * @throws Error with one line that says what to do
 */
export function commandErasures(environment: NodeJS.ProcessEnv, date: string): RecordErasures {
  if (environment.NODE_ENV === "production" && date > germanToday()) {
    throw new Error(
      `${date} is still to come: with NODE_ENV=production nothing is erased before its time. Name today or an earlier day.`,
    );
  }
  return scheduledErasures(logSettings(environment), date, (detail) => reportEvent("failure", detail));
}
