import { draftProcessing } from "../../schema/policyRecord/processing/draftProcessing.ts";
import type { ProcessingDocument, ProcessingDraft } from "../../schema/policyRecord/processing/ProcessingDraft.ts";
import type { Answer } from "./Answer.ts";
import { escapeHtml } from "./escapeHtml.ts";
import type { OfficerDesk } from "./OfficerDesk.ts";

/** A draft of a document that the controller owes, German: facts of the policy, blanks for judgements; as text, or as a page to be printed. */
export function askProcessing(
  { record, date }: OfficerDesk,
  document: ProcessingDocument,
  format: "text" | "html",
): Answer {
  const draft = draftProcessing(record, document, date);
  return { text: format === "text" ? plain(draft, date) : html(draft, date), json: { date, document, ...draft } };
}

function sourceOf({ policyVersion }: ProcessingDraft, date: string): string {
  return `Tatsachen aus der Fassung ${policyVersion} der Regeln, Stichtag ${date}. Leerstellen füllt der Verantwortliche.`;
}

function plain(draft: ProcessingDraft, date: string): string {
  const sections = draft.sections.map(({ heading, norm, facts, blanks }) =>
    [
      `${heading} (${norm})`,
      ...facts.map((fact) => `  - ${fact}`),
      ...blanks.map((blank) => `  [Vom Verantwortlichen auszufüllen: ${blank}]`),
    ].join("\n"),
  );
  return `Entwurf: ${draft.title}\n${sourceOf(draft, date)}\n\n${sections.join("\n\n")}\n`;
}

/** One page that needs nothing else. */
function html(draft: ProcessingDraft, date: string): string {
  const sections = draft.sections.map(({ heading, norm, facts, blanks }) => {
    const listed = facts.map((fact) => `<li>${escapeHtml(fact)}</li>`).join("\n");
    return `<h2>${escapeHtml(heading)}</h2>
<p>${escapeHtml(norm)}</p>
${facts.length === 0 ? "" : `<ul>${listed}</ul>`}
${blanks.map((blank) => `<p class="blank">Vom Verantwortlichen auszufüllen: ${escapeHtml(blank)}</p>`).join("\n")}`;
  });
  const title = escapeHtml(`Entwurf: ${draft.title}`);
  return `<!doctype html>
<html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>@page{size:A4;margin:2cm}body{font:1rem/1.5 system-ui,sans-serif;max-width:48rem;margin:auto;padding:1rem}h2{break-after:avoid}.blank{border:2px dashed;padding:.5rem 1rem 3rem;break-inside:avoid}</style></head>
<body><h1>${title}</h1>
<p>${escapeHtml(sourceOf(draft, date))}</p>
${sections.join("\n")}
</body></html>
`;
}
