import type { BlueprintCase } from "../../../subgraphs/population/Blueprint.ts";

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
