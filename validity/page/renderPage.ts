import type { ReportSection, ValidityReport } from "../report/ValidityReport.ts";
import { escaped } from "./escaped.ts";
import type { Language } from "./Language.ts";
import { plotTable } from "./plotTable.ts";
import { renderTable } from "./renderTable.ts";

const words = {
  de: {
    title: "IRIS: Gütebericht",
    other: "English version below",
    on: "Stand",
    engine: "Rechenprogramm",
    catalogues: "Kataloge",
    groups: "Gruppenvergleich mit Bewertungen bis",
    marks:
      "Punkt: Wert, Linie: 95-%-Intervall. Hohler Punkt: zu dünn, der Wert ruht auf weniger Fällen als verlangt und trägt keine Aussage. Strich: nichts vorhanden oder unter fünf Personen unterdrückt.",
    thin: "Hier reichen die Daten noch nicht",
    lacking: "Werte zu dünn, unterdrückt oder ohne Grundlage",
    among: "von",
    none: "Alle Werte ruhen auf genug Fällen.",
    contents: "Abschnitte",
  },
  en: {
    title: "IRIS: report on validity",
    other: "Deutsche Fassung oben",
    on: "As of",
    engine: "engine",
    catalogues: "catalogues",
    groups: "groups compared by assessments up to",
    marks:
      "Dot: value, line: 95% interval. Hollow dot: too thin, the value rests on fewer cases than asked for and proves nothing. Dash: nothing there, or suppressed for fewer than five persons.",
    thin: "Where the data do not suffice yet",
    lacking: "figures too thin, suppressed or without a basis",
    among: "of",
    none: "Every figure rests on enough cases.",
    contents: "sections",
  },
} as const;

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.7rem}h2{font-size:1.3rem;margin-top:3rem;border-top:2px solid #003064;padding-top:1rem}h3{font-size:1rem;margin:2rem 0 .5rem}
.notice{border-left:.4rem solid #b35000;background:#fdf3e7;padding:.7rem 1rem}article+article{border-top:6px solid #003064;margin-top:5rem}
svg{width:100%;height:auto;font:12px system-ui,sans-serif}.grid{stroke:#d0d4da}.tick{fill:#555;font-size:11px}.bar,.dot{fill:#003064}
.thin{fill:#fff;stroke:#003064;stroke-width:2}.interval{stroke:#003064;stroke-width:2}
table{border-collapse:collapse;font-size:.9rem}th,td{border-bottom:1px solid #d0d4da;padding:.2rem .7rem .2rem 0;text-align:left}td.n{text-align:right;font-variant-numeric:tabular-nums}
summary{cursor:pointer}@media print{details{display:block}}`;

/** The report as one HTML file that asks nothing of the network and runs no script: German, then English. */
export function renderPage(report: ValidityReport): string {
  return `<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${words.de.title}</title><style>${style}</style></head>
<body>
${article(report, "de")}
${article(report, "en")}
</body>
</html>
`;
}

function article(report: ValidityReport, language: Language): string {
  const say = words[language];
  const { on, groupsUntil, engineVersion, catalogueVersions, notice, sections } = report;
  const links = sections.map(
    ({ id, title }) => `<li><a href="#${language}-${id}">${escaped(title[language])}</a></li>`,
  );
  return `<article lang="${language}" id="${language}">
<h1>${say.title}</h1>
<p><a href="#${language === "de" ? "en" : "de"}">${say.other}</a></p>
<p class="notice">${escaped(notice[language])}</p>
<p>${say.on} ${dateText(on, language)}; ${say.engine} ${escaped(engineVersion)}; ${say.catalogues} ${escaped(catalogueVersions.join(", ") || "–")}; ${say.groups} ${dateText(groupsUntil, language)}.</p>
<p>${say.marks}</p>
<nav aria-label="${say.contents}"><ul>${links.join("")}</ul></nav>
${thinParts(sections, language)}
${sections.map((each) => renderSection(each, language)).join("\n")}
</article>`;
}

function dateText(date: string, language: Language): string {
  return language === "de" ? date.split("-").reverse().join(".") : date;
}

/** Which figures rest on too little, so that nobody has to look for it. */
function thinParts(sections: readonly ReportSection[], language: Language): string {
  const say = words[language];
  const thin = sections.flatMap(({ title, tables }) => {
    const rows = tables.filter(({ baseMin }) => baseMin > 0).flatMap((table) => table.rows);
    const lacking = rows.filter(({ state }) => state !== "SHOWN").length;
    return lacking === 0 ? [] : [`<li>${escaped(title[language])}: ${lacking} ${say.among} ${rows.length}</li>`];
  });
  return `<h2>${say.thin}</h2>\n${thin.length === 0 ? `<p>${say.none}</p>` : `<p>${say.lacking}:</p><ul>${thin.join("")}</ul>`}`;
}

function renderSection({ id, title, explanation, tables }: ReportSection, language: Language): string {
  const parts = tables.map(
    (table) => `<h3>${escaped(table.title[language])}</h3>
<figure>${plotTable(table, language)}</figure>
${renderTable(table, language)}`,
  );
  return `<section id="${language}-${id}">
<h2>${escaped(title[language])}</h2>
<p>${escaped(explanation[language])}</p>
${parts.join("\n")}
</section>`;
}
