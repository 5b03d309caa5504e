import type { RegisterEntry } from "./RegisterEntry.ts";

/** Whether the sentence is longer than so many months, be it by a day. */
export function isLonger({ sentenceMonths, sentenceDays }: RegisterEntry, months: number): boolean {
  return sentenceMonths > months || (sentenceMonths === months && sentenceDays > 0);
}
