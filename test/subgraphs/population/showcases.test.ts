import { describe, expect, it } from "vitest";
import { offices } from "../../../schema/offices.ts";
import type { Blueprint } from "../../../subgraphs/population/Blueprint.ts";
import { blueprintAt } from "../../../subgraphs/population/blueprintAt.ts";
import { showcases } from "../../../subgraphs/population/showcases.ts";

const table: readonly (readonly [personRef: string, name: string, cases: readonly string[], Partial<Blueprint>])[] = [
  [
    "P-SHOWCASE0001",
    "admitted",
    ["FM-2026-0001 ADMITTED RRK_MUENSTER"],
    {
      conduct: "SERIOUS",
      obligation: "ENFORCEABLE_FINAL",
      fileRef: "ABH-BOR-4711/19",
      lkaFileRef: "LKA-2026-0001",
      policeFileRef: "PPMS-2026-0001",
      prosecutionFileRef: "100 Js 1/26",
      prison: "JVA_R6636",
      prisonFileRef: "GB-2025-0001",
      asylumFileRef: "7000001-1",
    },
  ],
  ["P-SHOWCASE0002", "proposed", ["FM-2026-0002 CHECKED RRK_MUENSTER"], { conduct: "SERIOUS", prison: null }],
  ["P-SHOWCASE0003", "large transfer block", ["FM-2026-0003 PROPOSED RRK_MUENSTER"], { transferBlock: "LARGE" }],
  ["P-SHOWCASE0004", "minor", ["FM-2026-0004 PROPOSED RRK_MUENSTER"], { dateOfBirth: "2010-01-24" }],
  ["P-SHOWCASE0005", "Union citizen", ["FM-2026-0005 PROPOSED RRK_MUENSTER"], { legalRegime: "UNION_CITIZEN" }],
  ["P-SHOWCASE0006", "erasable convictions only", ["FM-2026-0006 PROPOSED RRK_MUENSTER"], { conduct: "ERASABLE" }],
  ["P-SHOWCASE0007", "recognised protection", ["FM-2026-0007 PROPOSED RRK_MUENSTER"], { asylum: "RECOGNISED" }],
  [
    "P-SHOWCASE0008",
    "first asylum application pending",
    ["FM-2026-0008 PROPOSED RRK_MUENSTER"],
    { asylum: "FIRST_PENDING" },
  ],
  ["P-SHOWCASE0009", "small transfer block", ["FM-2026-0009 PROPOSED RRK_MUENSTER"], { transferBlock: "SMALL" }],
  ["P-SHOWCASE0010", "Köln", ["FM-2026-0010 PROPOSED RRK_KOELN"], { competentAuthority: "ABH_05315" }],
  ["P-SHOWCASE0011", "two cases", ["FM-2024-0011 REJECTED RRK_KOELN", "FM-2026-0011 PROPOSED RRK_MUENSTER"], {}],
  ["P-SHOWCASE0012", "no case", [], { competentAuthority: "ABH_05554", conduct: "LIGHT" }],
];

describe("the showcase persons", () => {
  it.each(table)("%s is the person «%s», with the cases %j", (personRef, name, cases, particulars) => {
    const person = showcases.find((each) => each.personRef === personRef);
    expect(person).toMatchObject({ showcase: name, ...particulars });
    expect(person?.cases.map(({ caseRef, state, rrk }) => `${caseRef} ${state} ${rrk}`)).toEqual(cases);
  });

  it("are the first persons of every population, whatever its seed", () => {
    expect(showcases).toHaveLength(table.length);
    for (const seed of [1, 7])
      expect(showcases.map((_, index) => blueprintAt(seed, index).personRef)).toEqual(table.map(([ref]) => ref));
    expect(blueprintAt(1, 3).random("immigration").person.fullName()).toBe(
      blueprintAt(7, 3).random("immigration").person.fullName(),
    );
  });

  it("are known to offices that exist, the admitted one to the ZAB Coesfeld", () => {
    for (const person of showcases) {
      const named = [person.competentAuthority, person.prosecution, person.police, person.rrk];
      const ofCases = person.cases.flatMap(({ rrk, zab, proposedBy }) => [rrk, zab, proposedBy]);
      for (const office of [...named, ...ofCases]) expect(offices.has(office), office).toBe(true);
    }
    expect(showcases[0]?.cases[0]?.zab).toBe("ZAB_COESFELD");
  });
});
