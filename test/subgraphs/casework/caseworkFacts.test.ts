import { expect, test } from "vitest";
import { caseFact } from "../../../subgraphs/casework/caseFact.ts";
import { consentFact } from "../../../subgraphs/casework/facts/consentFact.ts";
import { socialConductFact } from "../../../subgraphs/casework/facts/socialConductFact.ts";
import { today } from "../today.ts";

type Report = Parameters<typeof socialConductFact>[0][number];
/** Tags that the rows of these references have here. */
function tagsOf(references: readonly string[]): readonly string[] {
  return references.map((reference) => `tag of ${reference.split("@")[0]}`);
}

type Consent = Parameters<typeof consentFact>[0][number];

function report(factId: string, sourceOffice: string, changes: Partial<Report> = {}): Report {
  return {
    factId,
    personRef: "P-1",
    version: 1,
    sourceOffice,
    sourceFileRef: "OA-1/26",
    eventDate: "2026-05-01",
    recordedAt: "2026-05-02T08:00:00Z",
    lastChangedAt: "2026-05-02T08:00:00Z",
    deleteBy: null,
    label: null,
    kind: "ASSESSMENT",
    evidenceHolder: sourceOffice,
    subjectCategory: "OTHER",
    restricted: false,
    legalBasis: "§ 86 AufenthG",
    tag: `tag of ${factId}`,
    category: "THREAT",
    reviewed: true,
    ...changes,
  };
}

test.each([
  ["without a report", [], "0", []],
  ["two events from one office", [report("A", "ABH_05554"), report("B", "ABH_05554")], "0", ["A@1", "B@1"]],
  ["one event", [report("A", "ABH_05554")], "0", ["A@1"]],
  [
    "two events from two offices",
    [report("A", "ABH_05554"), report("B", "POLICE_MUENSTER", { version: 3 })],
    "2",
    ["A@1", "B@3"],
  ],
  [
    "three events from two offices",
    [report("A", "ABH_05554"), report("B", "ABH_05554"), report("C", "POLICE_MUENSTER")],
    "3",
    ["A@1", "B@1", "C@1"],
  ],
  [
    "a second event that no reviewer confirmed",
    [report("A", "ABH_05554"), report("B", "POLICE_MUENSTER", { reviewed: false })],
    "0",
    ["A@1"],
  ],
  [
    "a second event that is restricted",
    [report("A", "ABH_05554"), report("B", "POLICE_MUENSTER", { restricted: true })],
    "0",
    ["A@1"],
  ],
])(
  "On 15 June 2026, conduct %s: the reduced fact is as decree and § 54 (2) No. 10 AufenthG count",
  (_, reports, value, references) => {
    const asOf = reports.length === 0 ? today : "2026-05-01";
    expect(socialConductFact(reports, today)).toEqual({
      key: "SOCIAL_CONDUCT",
      value,
      asOf,
      references,
      tags: tagsOf(references),
    });
  },
);

function consent(factId: string, office: string, state: Consent["state"], on: string): Consent {
  const caseRef = "FM-2026-0001";
  return {
    ...caseFact("consent", { caseRef, personRef: "P-1", office: "RRK_MUENSTER", on, at: `${on}T08:00:00Z` }),
    factId,
    tag: `tag of ${factId}`,
    position: 1,
    office,
    state,
    requestedOn: null,
    answeredOn: null,
    plannedMeasure: "EXPULSION_ORDER",
  };
}

const muenster = "STA_R2700S";
const dortmund = "STA_R2400S";

test.each([
  [
    "not required",
    [consent("A", muenster, "NOT_REQUIRED", "2026-04-01")],
    "NOT_REQUIRED_OR_GIVEN",
    "2026-04-01",
    ["A@1"],
  ],
  ["given", [consent("A", muenster, "GIVEN", "2026-04-01")], "NOT_REQUIRED_OR_GIVEN", "2026-04-01", ["A@1"]],
  ["asked for", [consent("A", muenster, "REQUESTED", "2026-04-01")], "PENDING", "2026-04-01", ["A@1"]],
  ["refused", [consent("A", muenster, "REFUSED", "2026-04-01")], "REFUSED", "2026-04-01", ["A@1"]],
  [
    "in no known state: not taken for an answer of another office",
    [consent("A", muenster, "SIGHED" as "GIVEN", "2026-04-01"), consent("B", dortmund, "GIVEN", "2026-05-01")],
    "INVALID",
    "2026-04-01",
    ["A@1", "B@1"],
  ],
  [
    "given and refused by one office on one day in two cases, whichever comes first: what stands against a removal decides",
    [
      consent("A", muenster, "REFUSED", "2026-04-01"),
      { ...consent("B", muenster, "GIVEN", "2026-04-01"), caseRef: "FM-2026-0002" },
    ],
    "REFUSED",
    "2026-04-01",
    ["A@1", "B@1"],
  ],
  [
    "refused, then given by the same office",
    [consent("A", muenster, "REFUSED", "2026-04-01"), consent("B", muenster, "GIVEN", "2026-05-01")],
    "NOT_REQUIRED_OR_GIVEN",
    "2026-05-01",
    ["B@1"],
  ],
  [
    "given by one office and open at another",
    [consent("A", muenster, "GIVEN", "2026-05-01"), consent("B", dortmund, "REQUESTED", "2026-05-02")],
    "PENDING",
    "2026-05-02",
    ["A@1", "B@1"],
  ],
  [
    "refused by one office, given later by another",
    [consent("A", muenster, "REFUSED", "2026-04-01"), consent("B", dortmund, "GIVEN", "2026-05-01")],
    "REFUSED",
    "2026-04-01",
    ["A@1", "B@1"],
  ],
] as const)("Consent %s: the reduced fact is as § 72 (4) AufenthG asks", (_, rows, value, asOf, references) => {
  expect(consentFact(rows)).toEqual({ key: "PROSECUTOR_CONSENT", value, asOf, references, tags: tagsOf(references) });
});

test("Where nothing was asked and nothing recorded, consent is unknown", () => {
  expect(consentFact([])).toBeNull();
});
