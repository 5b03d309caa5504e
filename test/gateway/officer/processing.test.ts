import { expect, test } from "vitest";
import { loadSupergraph } from "../../../gateway/loadSupergraph.ts";
import { askProcessing } from "../../../gateway/officer/askProcessing.ts";
import type { OfficerDesk } from "../../../gateway/officer/OfficerDesk.ts";
import { policyRecord } from "../../../gateway/officer/policyRecord.ts";
import { loadPolicy } from "../../../gateway/policy/loadPolicy.ts";
import { officeKinds } from "../../../schema/offices.ts";
import { draftProcessing } from "../../../schema/policyRecord/processing/draftProcessing.ts";
import { germanNorm } from "../../../schema/policyRecord/processing/germanNorm.ts";
import { holderName } from "../../../schema/policyRecord/processing/holderName.ts";
import { processingDocuments } from "../../../schema/policyRecord/processing/ProcessingDraft.ts";

const record = policyRecord(loadPolicy(), loadSupergraph());
const [inPilot, afterwards] = ["2026-06-15", "2026-09-01"];
const factsOf = (document: (typeof processingDocuments)[number], heading: RegExp, date: string, of = record) =>
  draftProcessing(of, document, date).sections.find((section) => heading.test(section.heading))?.facts ?? null;

test.each(processingDocuments)(
  "%s: no section is without facts and without blanks, and all is said once.",
  (document) => {
    const { sections, policyVersion } = draftProcessing(record, document, inPilot);
    expect(policyVersion).toBe(record.version);
    expect(sections.filter(({ facts, blanks }) => facts.length + blanks.length === 0)).toEqual([]);
    for (const { facts } of sections) expect(new Set(facts).size).toBe(facts.length);
  },
);

test("The combination into an assessment stands in the drafts in the pilot, and on the day after it no more.", () => {
  const pilot = factsOf("FUNDAMENTAL_RIGHTS_ASSESSMENT", /^Verfahren/, inPilot);
  expect(pilot?.join()).toContain("2026-03-01 bis 2026-08-31");
  expect(pilot?.every((fact) => fact.includes("R-RRK-08"))).toBe(true);
  expect(factsOf("FUNDAMENTAL_RIGHTS_ASSESSMENT", /^Verfahren/, afterwards)).toEqual([]);
});

test("A rule that is taken away takes its facts with it: they cannot go stale.", () => {
  const without = { ...record, rights: record.rights.filter(({ category }) => category !== "CONVICTION") };
  const stands = (of: typeof record) =>
    factsOf("RECORD_OF_PROCESSING", /^Kategorien personen/, inPilot, of)?.some((fact) =>
      fact.startsWith("Verurteilung:"),
    );
  expect([stands(record), stands(without)]).toEqual([true, false]);
});

test("Every kind of office has a German name.", () => {
  expect(officeKinds.filter((kind) => holderName(kind) === kind)).toEqual([]);
});

test.each([
  ["decree", "Erlass"],
  ["§ 59 (1) sentence 8 AufenthG", "§ 59 Abs. 1 Satz 8 AufenthG"],
  ["Art. 15 (1) (h) GDPR", "Art. 15 Abs. 1 lit. h DSGVO"],
  ["§ 41 (1) No. 7, (3) BZRG", "§ 41 Abs. 1 Nr. 7, Abs. 3 BZRG"],
  ["§ 62 (3a) AufenthG", "§ 62 Abs. 3a AufenthG"],
  ["§ 76 (3) BDSG (model)", "§ 76 Abs. 3 BDSG (entsprechend)"],
])("%s is cited %s.", (norm, german) => {
  expect(germanNorm(norm)).toBe(german);
});

test("As a page it is German, marks its blanks, and lets no text of a rule become markup.", () => {
  const desk = {
    record: { ...record, prohibitions: [{ id: "P-99", sentence: "", because: ["<script>"] }] },
    date: inPilot,
  } as unknown as OfficerDesk;
  const { text } = askProcessing(desk, "IMPACT_ASSESSMENT", "html");
  expect(text).toContain('<html lang="de">');
  expect(text).toContain('class="blank"');
  expect(text).toContain("P-99: &lt;script&gt;");
  expect(text).not.toContain("<script>");
});
