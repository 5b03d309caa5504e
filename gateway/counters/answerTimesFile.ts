import { join } from "node:path";

/** Where a gateway keeps how long its answers took. */
export function answerTimesFile(dataFolder: string): string {
  return join(dataFolder, "counters", "answer-times.json");
}
