import type { CaseDraft } from "./CaseDraft.ts";
import { dateBetween } from "./dateBetween.ts";
import { sentences } from "./sentences.ts";

/** Case conference of a synthetic case. */
export interface DrawnConference {
  readonly on: string;
  readonly participants: string[];
  readonly agenda: string[];
  readonly resolution: string;
  readonly minutes: null;
}

/** One conference after admission, of the offices that know the person; null before. */
export function drawConference({ blueprint, agreed, dates, faker }: CaseDraft): DrawnConference | null {
  if (dates.admittedOn === null) return null;
  const { competentAuthority, policeFileRef, police } = blueprint;
  return {
    on: dateBetween(faker, dates.admittedOn, dates.activeUntil),
    participants: [agreed.rrk, competentAuthority, agreed.zab, ...(policeFileRef === null ? [] : [police])],
    agenda: ["Sachstand der beteiligten Stellen", "Weiteres Vorgehen"],
    resolution: faker.helpers.arrayElement(sentences.resolution),
    minutes: null,
  };
}
