import { base, de, Faker } from "@faker-js/faker";
import type { Blueprint, BlueprintCase } from "../../../subgraphs/population/Blueprint.ts";

/** Date of the question in these tests. */
export const today = "2026-06-15";

/** A case at RRK Münster, proposed by the Borken immigration authority on 2 March 2026. */
export function aCase(caseRef: string, changes: Partial<BlueprintCase> = {}): BlueprintCase {
  return {
    caseRef,
    rrk: "RRK_MUENSTER",
    openedOn: "2026-03-02",
    state: "PROPOSED",
    ground: "OFFENCES",
    proposedBy: "ABH_05554",
    zab: "ZAB_COESFELD",
    admittedOn: null,
    closedOn: null,
    consent: "NONE",
    ...changes,
  };
}

/** The same, admitted on 1 April 2026. */
export function anAdmittedCase(caseRef: string, changes: Partial<BlueprintCase> = {}): BlueprintCase {
  return aCase(caseRef, { state: "ADMITTED", admittedOn: "2026-04-01", ...changes });
}

/** A person of Borken with these cases. */
export function aPerson(personRef: string, ...cases: readonly BlueprintCase[]): Blueprint {
  return {
    index: 0,
    personRef,
    showcase: null,
    date: today,
    dateOfBirth: "1990-05-17",
    legalRegime: "THIRD_COUNTRY",
    transferBlock: "NONE",
    competentAuthority: "ABH_05554",
    fileRef: `ABH-BOR-${personRef}`,
    region: "Münster",
    rrk: "RRK_MUENSTER",
    asylum: "NONE",
    asylumFileRef: null,
    obligation: "ENFORCEABLE_FINAL",
    conduct: "SERIOUS",
    prosecution: "STA_R2700S",
    prosecutionFileRef: null,
    police: "POLICE_MUENSTER",
    policeFileRef: null,
    lkaFileRef: null,
    prison: null,
    prisonFileRef: null,
    custodyFrom: null,
    custodyUntil: null,
    cases,
    random: (room) => {
      const faker = new Faker({ locale: [de, base] });
      faker.seed([...`${personRef}/${room}`].map((character) => character.charCodeAt(0)));
      return faker;
    },
  };
}
