import type { Blueprint } from "../../population/Blueprint.ts";
import type { DrawnRecords } from "./DrawnRecords.ts";
import { drawConvictions } from "./drawConvictions.ts";
import { drawCustodies } from "./drawCustodies.ts";
import { drawInvestigations } from "./drawInvestigations.ts";
import { drawPoliceRecords } from "./drawPoliceRecords.ts";
import { drawWantedNotices } from "./drawWantedNotices.ts";

/** All records of a synthetic person. One generator for all: making one takes longer than drawing from it. */
export function drawRecords(blueprint: Blueprint): DrawnRecords {
  const faker = blueprint.random("criminal-records");
  const convictions = drawConvictions(faker, blueprint);
  return {
    date: blueprint.date,
    convictions: convictions.map(({ conviction }) => conviction),
    offences: convictions.flatMap(({ offences }) => offences),
    investigations: drawInvestigations(faker, blueprint),
    custodies: drawCustodies(faker, blueprint),
    wantedNotices: drawWantedNotices(faker, blueprint),
    ...drawPoliceRecords(faker, blueprint),
  };
}
