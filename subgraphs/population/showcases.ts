import type { Blueprint, BlueprintCase } from "./Blueprint.ts";
import { localOffices } from "./localOffices.ts";
import { populationDate } from "./populationDate.ts";
import { seededFaker } from "./seededFaker.ts";

const borken = "ABH_05554";
const cologne = "ABH_05315";

/** What sets a showcase person apart from a third-country national of Kreis Borken with a serious record and no case. */
type Particulars = Partial<Omit<Blueprint, "index" | "personRef" | "showcase" | "date" | "random">>;

/**
 * Persons made by hand for the demonstration and the tests: the first of every population, the same whatever its seed.
 * Their references never change; add new ones at the end.
 */
export const showcases: readonly Blueprint[] = [
  showcase(1, "admitted", {
    dateOfBirth: "1991-04-17",
    fileRef: "ABH-BOR-4711/19",
    asylum: "REJECTED_FINAL",
    asylumFileRef: "7000001-1",
    obligation: "ENFORCEABLE_FINAL",
    prosecutionFileRef: "100 Js 1/26",
    lkaFileRef: "LKA-2026-0001",
    prison: localOffices(borken).prison,
    prisonFileRef: "GB-2025-0001",
    custodyFrom: "2025-02-03",
    custodyUntil: "2026-11-30",
    cases: [caseOf(1, { state: "ADMITTED", admittedOn: "2026-03-20", consent: "REQUESTED" })],
  }),
  showcase(2, "proposed", {
    dateOfBirth: "1996-09-02",
    cases: [caseOf(2, { state: "CHECKED", consent: "NOT_REQUIRED" })],
  }),
  showcase(3, "large transfer block", { transferBlock: "LARGE", cases: [caseOf(3, {})] }),
  showcase(4, "minor", { dateOfBirth: "2010-01-24", conduct: "LIGHT", cases: [caseOf(4, {})] }),
  showcase(5, "Union citizen", { legalRegime: "UNION_CITIZEN", obligation: "NONE", cases: [caseOf(5, {})] }),
  showcase(6, "erasable convictions only", {
    dateOfBirth: "1974-05-30",
    conduct: "ERASABLE",
    policeFileRef: null,
    cases: [caseOf(6, {})],
  }),
  showcase(7, "recognised protection", {
    asylum: "RECOGNISED",
    asylumFileRef: "7000007-1",
    obligation: "NONE",
    cases: [caseOf(7, {})],
  }),
  showcase(8, "first asylum application pending", {
    asylum: "FIRST_PENDING",
    asylumFileRef: "7000008-1",
    obligation: "NONE",
    cases: [caseOf(8, {})],
  }),
  showcase(9, "small transfer block", { transferBlock: "SMALL", cases: [caseOf(9, {})] }),
  showcase(10, "Köln", {
    competentAuthority: cologne,
    fileRef: "ABH-K-0010/21",
    policeFileRef: "PPK-2026-0010",
    ...around(cologne),
    cases: [caseOf(10, { rrk: "RRK_KOELN", zab: "ZAB_KOELN", proposedBy: cologne })],
  }),
  showcase(11, "two cases", {
    cases: [
      caseOf(11, {
        caseRef: "FM-2024-0011",
        rrk: "RRK_KOELN",
        zab: "ZAB_KOELN",
        openedOn: "2024-02-12",
        state: "REJECTED",
        proposedBy: cologne,
        closedOn: "2024-03-18",
      }),
      caseOf(11, {}),
    ],
  }),
  showcase(12, "no case", { conduct: "LIGHT", policeFileRef: null }),
];

function showcase(number: number, name: string, particulars: Particulars): Blueprint {
  const four = String(number).padStart(4, "0");
  const personRef = `P-SHOWCASE${four}`;
  return {
    index: number - 1,
    personRef,
    showcase: name,
    date: populationDate,
    dateOfBirth: "1988-11-05",
    legalRegime: "THIRD_COUNTRY",
    transferBlock: "NONE",
    competentAuthority: borken,
    fileRef: `ABH-BOR-${four}/21`,
    ...around(borken),
    asylum: "NONE",
    asylumFileRef: null,
    obligation: "ENFORCEABLE_NOT_FINAL",
    conduct: "SERIOUS",
    prosecutionFileRef: null,
    policeFileRef: `PPMS-2026-${four}`,
    lkaFileRef: null,
    prison: null,
    prisonFileRef: null,
    custodyFrom: null,
    custodyUntil: null,
    cases: [],
    ...particulars,
    random: (room) => seededFaker("showcase", personRef, room),
  };
}

function around(authority: string): Pick<Blueprint, "region" | "rrk" | "prosecution" | "police"> {
  const { region, rrk, prosecution, police } = localOffices(authority);
  return { region, rrk, prosecution, police };
}

function caseOf(number: number, particulars: Partial<BlueprintCase>): BlueprintCase {
  return {
    caseRef: `FM-2026-${String(number).padStart(4, "0")}`,
    rrk: "RRK_MUENSTER",
    openedOn: "2026-03-09",
    state: "PROPOSED",
    ground: "OFFENCES",
    proposedBy: borken,
    zab: "ZAB_COESFELD",
    admittedOn: null,
    closedOn: null,
    consent: "NONE",
    ...particulars,
  };
}
