import type { Blueprint } from "../../population/Blueprint.ts";
import type { DrawnRecords } from "./DrawnRecords.ts";
import { drawConvictions } from "./drawConvictions.ts";
import { drawCustodies } from "./drawCustodies.ts";
import { drawInvestigations } from "./drawInvestigations.ts";
import { drawPoliceRecords } from "./drawPoliceRecords.ts";
import { drawWantedNotices } from "./drawWantedNotices.ts";

/** All records of a synthetic person. Each kind draws from a generator of its own, so that one does not shift another. */
export function drawRecords(blueprint: Blueprint): DrawnRecords {
  const room = (kind: string) => blueprint.random(`criminal-records/${kind}`);
  const convictions = drawConvictions(room("convictions"), blueprint);
  return {
    convictions: convictions.map(({ conviction }) => conviction),
    offences: convictions.flatMap(({ offences }) => offences),
    investigations: drawInvestigations(room("investigations"), blueprint),
    custodies: drawCustodies(room("custody"), blueprint),
    wantedNotices: drawWantedNotices(room("wanted notices"), blueprint),
    ...drawPoliceRecords(room("police"), blueprint),
  };
}
