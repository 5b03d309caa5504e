import { describe, expect, test } from "vitest";
import type { Purpose } from "../../gateway/policy/Policy.ts";
import type { Requester } from "../../gateway/Requester.ts";
import { statePurpose } from "../../gateway/statePurpose.ts";

const purposes: ReadonlyMap<string, Purpose> = new Map([
  ["WORKLIST", { id: "WORKLIST", german: "Arbeitsliste", english: "Arbeitsliste", code: "01", caseless: true }],
  [
    "CASE_ADMISSION",
    { id: "CASE_ADMISSION", german: "Fallaufnahme", english: "Fallaufnahme", code: "01", caseless: false },
  ],
  [
    "CRIMINAL_PROSECUTION",
    { id: "CRIMINAL_PROSECUTION", german: "Strafverfolgung", english: "Strafverfolgung", code: "04", caseless: false },
  ],
]);

/** RRK Münster; its token carries WORKLIST, CASE_ADMISSION, and a purpose that no policy knows. */
const caseworker: Requester = {
  office: "RRK_MUENSTER",
  holder: "RRK_MUENSTER",
  role: "CASEWORKER",
  person: "rrk-ms-0141",
  responsiblePerson: "rrk-ms-0100",
  client: "a-client",
  purposes: ["CASE_ADMISSION", "OF_NO_POLICY", "WORKLIST"],
  purpose: "CASE_ADMISSION",
  caseRef: "FM-2026-0001",
  reason: "Prüfung der Aufnahme",
};

type Statement = Partial<Pick<Requester, "purpose" | "caseRef" | "reason">>;

describe("A caseworker of RRK Münster is refused before any data is touched", () => {
  test.each<[string, Statement, string]>([
    ["without a purpose", { purpose: null }, "PURPOSE_MISSING"],
    ["without a purpose, case or reason", { purpose: null, caseRef: null, reason: null }, "PURPOSE_MISSING"],
    ["for a purpose that the token does not carry", { purpose: "CRIMINAL_PROSECUTION" }, "PURPOSE_NOT_PERMITTED"],
    ["for a purpose that does not exist", { purpose: "CURIOSITY" }, "PURPOSE_NOT_PERMITTED"],
    ["for a purpose that only the token knows", { purpose: "OF_NO_POLICY" }, "PURPOSE_NOT_PERMITTED"],
    ["for a purpose in small letters", { purpose: "case_admission" }, "PURPOSE_NOT_PERMITTED"],
    ["without a case, where the purpose needs one", { caseRef: null }, "CASE_MISSING"],
    ["without a case and a reason", { caseRef: null, reason: null }, "CASE_MISSING"],
    ["without a reason", { reason: null }, "REASON_MISSING"],
    ["with a reason of two characters", { reason: "ok" }, "REASON_MISSING"],
    ["without a reason, also where no case is needed", { purpose: "WORKLIST", reason: null }, "REASON_MISSING"],
  ])("%s", (_, statement, code) => {
    expect(() => statePurpose({ ...caseworker, ...statement }, purposes)).toThrow(
      expect.objectContaining({ code, status: 403 }),
    );
  });
});

describe("A caseworker of RRK Münster is let through", () => {
  test.each<[string, Statement, string | null]>([
    ["for an admission, with case and reason", {}, "FM-2026-0001"],
    ["for the worklist, without a case", { purpose: "WORKLIST", caseRef: null }, null],
    ["for the worklist of a single case, which stays stated", { purpose: "WORKLIST" }, "FM-2026-0001"],
    ["with a reason of three characters", { reason: "ja!" }, "FM-2026-0001"],
  ])("%s", (_, statement, caseRef) => {
    const given = { ...caseworker, ...statement };
    expect(statePurpose(given, purposes)).toEqual({ ...given, caseRef });
  });
});
