import type { Blueprint } from "../../subgraphs/population/Blueprint.ts";
import { seededFaker } from "../../subgraphs/population/seededFaker.ts";
import { today } from "./today.ts";

/** A grown third-country national whose file Kreis Borken keeps, without procedure, record or case, but for what is particular. */
export function aBlueprint(personRef: string, particulars: Partial<Blueprint> = {}): Blueprint {
  return {
    index: 0,
    personRef,
    showcase: null,
    date: today,
    dateOfBirth: "1990-03-05",
    legalRegime: "THIRD_COUNTRY",
    transferBlock: "NONE",
    competentAuthority: "ABH_05554",
    fileRef: `ABH-BOR-${personRef}`,
    region: "Münster",
    rrk: "RRK_MUENSTER",
    asylum: "NONE",
    asylumFileRef: null,
    obligation: "NONE",
    conduct: "NONE",
    prosecution: "STA_R2700S",
    prosecutionFileRef: null,
    police: "POLICE_MUENSTER",
    policeFileRef: null,
    lkaFileRef: null,
    prison: null,
    prisonFileRef: null,
    custodyFrom: null,
    custodyUntil: null,
    cases: [],
    random: (room) => seededFaker(personRef, room),
    ...particulars,
  };
}
