import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A small policy without mistakes, that the officer's questions are asked of. */
export const smallPolicy: Readonly<Record<string, string>> = {
  "purposes.yaml": `CASE_MANAGEMENT: { german: Fallsteuerung, english: case management, code: "01", caseless: false }
WORKLIST: { german: Arbeitsliste, english: worklist, code: "01", caseless: true }
`,
  "roles.yaml": `CASEWORKER: { german: Sachbearbeitung, english: casework, kinds: [RRK, ZAB] }
LEAD: { german: Leitung, english: lead, kinds: [RRK] }
`,
  "prohibitions.yaml": `- id: P-01
  sentence: "A person under a large transfer block does not exist."
  withholds: ["*"]
  fact: LARGE_TRANSFER_BLOCK
  because: ["§ 4 (2) AZRG"]
`,
  "rules/rrk.yaml": `- id: R-RRK-01
  sentence: "An RRK sees the persons in its cases."
  who: { offices: [RRK], roles: [CASEWORKER, LEAD] }
  purposes: [CASE_MANAGEMENT]
  sees: [PERSON_REFERENCE, IDENTITY, CASE, CONVICTION]
  when: [OWN_CASE]
  because: ["§ 86 AufenthG"]
- id: R-RRK-02
  sentence: "In the pilot, RRK Münster has its cases assessed."
  who: { offices: [RRK_MUENSTER], roles: [LEAD] }
  purposes: [CASE_MANAGEMENT]
  sees: [ASSESSMENT_BAND]
  combines: [RESIDENCE_FACTS, CONDUCT_FACTS, CASEWORK_FACTS]
  when: [OWN_CASE]
  because: ["Art. 22 GDPR"]
  since: 2026-03-01
  until: 2026-08-31
`,
  "rules/zab.yaml": `- id: R-ZAB-01
  sentence: "A ZAB sees who is to return."
  who: { offices: [ZAB], roles: [CASEWORKER] }
  purposes: [CASE_MANAGEMENT]
  sees: [PERSON_REFERENCE, IDENTITY]
  when: [ADMITTED_CASE]
  because: ["§ 71 AufenthG"]
`,
};

/** Writes the small policy into a folder, with some of its words replaced: file, from, to. */
export function writePolicy(
  folder: string,
  ...changes: readonly (readonly [file: string, from: string, to: string])[]
): string {
  mkdirSync(join(folder, "rules"), { recursive: true });
  for (const [name, text] of Object.entries(smallPolicy)) {
    const changed = changes.reduce((before, [file, from, to]) => {
      if (file !== name) return before;
      if (!before.includes(from)) throw new Error(`${file} does not hold ${from}.`);
      return before.replace(from, to);
    }, text);
    writeFileSync(join(folder, name), changed);
  }
  return folder;
}
