import type { Detector } from "./Detector.ts";
import { afterRelationEnded } from "./rules/afterRelationEnded.ts";
import { offHours } from "./rules/offHours.ts";
import { ownOrColleaguesRecord } from "./rules/ownOrColleaguesRecord.ts";
import { repeatedRefusals } from "./rules/repeatedRefusals.ts";
import { unusualVolume } from "./rules/unusualVolume.ts";

/** All detectors. The order is that of the answer and means nothing. */
export const detectors: readonly Detector[] = [
  afterRelationEnded,
  offHours,
  repeatedRefusals,
  unusualVolume,
  ownOrColleaguesRecord,
];
