import { escaped } from "../../page/escaped.ts";
import type { ProjectPart, ProjectReport, ProjectSection, ProjectTable } from "../ProjectReport.ts";
import { plotProject } from "./plotProject.ts";
import { reportTitle, simulationNotice } from "./reportWords.ts";
import { tableCells, tableHead } from "./tableHead.ts";

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.7rem}h2{font-size:1.4rem;margin-top:3rem;border-top:4px solid #003064;padding-top:1rem}h3{font-size:1.15rem;margin-top:2rem}h4{font-size:1rem;margin:1.5rem 0 .3rem}
.notice{border-left:.4rem solid #b35000;background:#fdf3e7;padding:.7rem 1rem}figure{margin:0;overflow-x:auto}
svg{width:100%;min-width:34rem;height:auto;font:12px system-ui,sans-serif}.grid{stroke:#d0d4da}.tick{fill:#555;font-size:11px}.bar{fill:#7d9cc0}.interval{stroke:#001d3d;stroke-width:2}
.table{overflow-x:auto}table{border-collapse:collapse;font-size:.9rem}th,td{border-bottom:1px solid #d0d4da;padding:.2rem .7rem .2rem 0;text-align:left;vertical-align:top}td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}`;

/** The report as one HTML file that asks nothing of the network and runs no script. */
export function renderProjectPage(report: ProjectReport): string {
  const notice = simulationNotice(report);
  const simulated =
    report.simulation === null ? "" : list("Annahmen der Simulation", report.simulation.assumptions, "h2");
  const contents = report.parts.map(
    ({ letter, title }) => `<li><a href="#${letter}">(${letter}) ${escaped(title)}</a></li>`,
  );
  return `<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(reportTitle(report))}</title><style>${style}</style></head>
<body><main>
<h1>${escaped(reportTitle(report))}</h1>
${notice === null ? "" : `<p class="notice">${escaped(notice)}</p>`}
<nav aria-label="Inhalt"><ul>${contents.join("")}</ul></nav>
${report.parts.map((part) => renderPart(part, report.simulation !== null)).join("\n")}
${simulated}
</main></body>
</html>
`;
}

function renderPart({ letter, title, sections }: ProjectPart, isSimulated: boolean): string {
  return `<section id="${letter}"><h2>(${letter}) ${escaped(title)}</h2>
${sections.map((section) => renderSection(section, isSimulated)).join("\n")}</section>`;
}

function renderSection({ title, text, tables, lists }: ProjectSection, isSimulated: boolean): string {
  return `<h3>${escaped(title)}</h3><p>${escaped(text)}</p>
${tables.map((table) => renderTable(table, isSimulated)).join("\n")}
${lists.map((each) => list(each.title, each.items, "h4")).join("\n")}`;
}

function renderTable(table: ProjectTable, isSimulated: boolean): string {
  const head = ["Bezeichnung", ...tableHead(table)].map((each) => `<th scope="col">${escaped(each)}</th>`).join("");
  const rows = table.rows.map((row) => {
    const cells = tableCells(row, isSimulated).map(
      (each, at) => `<td${at < 3 ? ' class="n"' : ""}>${escaped(each)}</td>`,
    );
    return `<tr><th scope="row">${escaped(row.label)}</th>${cells.join("")}</tr>`;
  });
  return `<h4>${escaped(table.title)}</h4>
<figure>${plotProject(table)}<figcaption><a href="daten/${table.id}.csv">Daten (CSV)</a></figcaption></figure>
<div class="table" tabindex="0" role="region" aria-label="${escaped(table.title)}"><table><thead><tr>${head}</tr></thead><tbody>${rows.join("\n")}</tbody></table></div>`;
}

function list(title: string, items: readonly string[], level: "h2" | "h4"): string {
  return `<${level}>${escaped(title)}</${level}><ul>${items.map((each) => `<li>${escaped(each)}</li>`).join("")}</ul>`;
}
