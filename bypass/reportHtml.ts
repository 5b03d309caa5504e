import type { Report } from "./Report.ts";

/** The report as a page that needs nothing else. */
export function reportHtml({ about, lines }: Report): string {
  const rows = lines.map(({ way, verdict, seen }) => {
    const references = way.references.map((url) => `<a href="${escaped(url)}">${escaped(url)}</a>`).join("<br>");
    const cells = [
      way.id,
      escaped(way.sentence),
      `<b>${verdict}</b> ${escaped(seen)}`,
      escaped(way.defence),
      references || "own finding",
    ];
    return `<tr class="${verdict}">${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  });
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>The ways around a field rule</title>
<style>body{font:15px system-ui;margin:2rem}td,th{border-bottom:1px solid #ccc;padding:.4rem;text-align:left;vertical-align:top}.OPEN{background:#fdd}</style>
<h1>The ways around a field rule</h1><p>${escaped(about)}</p>
<table><tr><th>Id</th><th>Way</th><th>Seen</th><th>What stands against it in Sichtfeld</th><th>Reference</th></tr>
${rows.join("\n")}
</table></html>
`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
