import { measureApart } from "../../validity/measureApart.ts";
import type { ReportTable } from "../../validity/report/ValidityReport.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { readFeed } from "./readFeed.ts";

/** The validity of what was recorded up to the date of the question, without a person or a case. */
export async function validityReport(_parent: unknown, _args: unknown, { database, grant }: SubgraphContext) {
  const { notice, sections, ...report } = await measureApart(await readFeed(database, grant.date), grant.date);
  return {
    ...report,
    notice: notice.de,
    noticeEnglish: notice.en,
    sections: sections.map(({ id, title, explanation, tables }) => ({
      id,
      title: title.de,
      titleEnglish: title.en,
      explanation: explanation.de,
      explanationEnglish: explanation.en,
      tables: tables.map(presentTable),
    })),
  };
}

function presentTable({ title, rows, ...table }: ReportTable) {
  return {
    ...table,
    title: title.de,
    titleEnglish: title.en,
    rows: rows.map(({ label, ...figure }) => ({ ...figure, label: label.de, labelEnglish: label.en })),
  };
}
