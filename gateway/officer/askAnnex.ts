import type { Answer } from "./Answer.ts";
import { annex } from "./annex/Annex.ts";
import { type AnnexFinding, annexFindings } from "./annex/annexFindings.ts";
import { explainedBy } from "./annex/explainedBy.ts";
import type { OfficerDesk } from "./OfficerDesk.ts";
import { categoryText } from "./rightTexts.ts";

const words: Readonly<Record<AnnexFinding["finding"], string>> = {
  NO: "the annex does not let it receive this",
  UNCLEAR: "the wording of the annex is open",
  NARROW: "the annex names immigration authorities alone",
  PURPOSE: "of these persons it goes to tasks of immigration and asylum law alone",
  NO_RECIPIENT: "it is no recipient of the annex",
};

/** What rules let offices read beyond the annex of the AZRG-DV, with the reason; and what was not compared, and why. */
export function askAnnex({ record, policy }: OfficerDesk): Answer {
  const findings = annexFindings(record, policy, annex.tables, annex.mapping).map((finding) => ({
    ...finding,
    reason: explainedBy(finding, annex.deviations)?.reason ?? null,
  }));
  const open = findings.filter(({ reason }) => reason === null);
  const { categories, notInRegister, madeHere, tablesNotHeld } = annex.mapping;
  const sections = [
    `Policy ${record.version} beside the annex of the AZRG-DV: ${findings.length} deviations, ${open.length} of them without a reason.`,
    ...(open.length === 0 ? [] : [`Without a reason:\n${open.map(line).join("\n")}`]),
    ...[
      ...Map.groupBy(
        findings.filter(({ reason }) => reason !== null),
        ({ reason }) => reason,
      ),
    ].map(([reason, of]) => `${reason}\n${of.map(line).join("\n")}`),
    `Compared: ${Object.entries(categories)
      .map(([category, tables]) => `${category} (${Object.keys(tables).join(", ")})`)
      .join("; ")}.`,
    `Made here, and in no register: all that ${madeHere.join(", ")} keep. Not in the register either:\n${listed(notInRegister)}`,
    `Tables of which nothing is held here:\n${listed(tablesNotHeld)}`,
  ];
  return { text: `${sections.join("\n\n")}\n`, json: { version: record.version, findings, mapping: annex.mapping } };
}

function line({ office, finding, group, table, category, rules }: AnnexFinding): string {
  return `  ${office} sees ${categoryText(category)}, table ${table}, persons of group ${group}: ${words[finding]} (${rules.join(", ")})`;
}

function listed(reasons: Readonly<Record<string, string>>): string {
  return Object.entries(reasons)
    .map(([name, why]) => `  ${name}: ${why}`)
    .join("\n");
}
