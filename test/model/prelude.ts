import type { ModelGateway } from "./ModelGateway.ts";
import type { Setting } from "./Setting.ts";

const setting = (office: string, role: string, purpose: string, caseRef: string | null): Setting => ({
  office,
  holder: office,
  role,
  purpose,
  purposes: [purpose],
  caseRef,
  date: "2026-06-15",
});

const caseworker = setting("RRK_MUENSTER", "CASEWORKER", "CASE_MANAGEMENT", "FM-2026-0001");
const accesses: readonly (readonly [Setting, string])[] = [
  [caseworker, '{ person(personRef: "P-SHOWCASE0001") { familyName convictions { court } assessment { band } } }'],
  [caseworker, '{ case(caseRef: "FM-2026-0001") { state person { familyName } } }'],
  [setting("LKA_NRW", "ANALYST", "DANGER_AVERSION", "LKA-2026-0001"), "{ persons { edges { node { familyName } } } }"],
  [
    setting("RRK_KOELN", "CASEWORKER", "WORKLIST", null),
    "query Cases { cases { totalCount edges { node { state } } } }",
  ],
  [setting("RRK_KOELN", "CASEWORKER", "CASE_MANAGEMENT", null), "{ cases { totalCount } }"],
  [caseworker, '{ person(personRef: "P-SHOWCASE0003") { familyName } }'],
];

/** Accesses that data protection officers read of. The log is one for all worlds, and each has read it to its end. */
export async function prelude(gateway: ModelGateway): Promise<void> {
  for (const [index, [asker, query]] of accesses.entries())
    await gateway.ask(0, asker, { query, variables: {}, operationName: null }, 90_000_000 + index, {
      isRecorded: true,
    });
  const officer = setting("DPO_MUENSTER", "DATA_PROTECTION_OFFICER", "DATA_PROTECTION_CONTROL", null);
  const query = "{ accessRecords { totalCount } }";
  for (const side of [0, 1])
    await gateway.ask(side, officer, { query, variables: {}, operationName: null }, 91_000_000);
}
