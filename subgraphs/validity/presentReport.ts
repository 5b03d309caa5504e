import type { ReportTable, ValidityReport } from "../../validity/report/ValidityReport.ts";

/** The report as the schema has it: German and English side by side. */
export function presentReport({ notice, sections, ...report }: ValidityReport) {
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
