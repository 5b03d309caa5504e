import type { PolicyRecord, PolicyRight } from "../../schema/policyRecord/PolicyRecord.ts";
import { vocabulary } from "../../schema/vocabulary.ts";
import type { Answer } from "./Answer.ts";
import { escapeHtml } from "./escapeHtml.ts";
import type { OfficerDesk } from "./OfficerDesk.ts";

export type MatrixFormat = "csv" | "html";

/** Every right of the policy, of whatever day, a row each. */
export function askMatrix({ record }: OfficerDesk, format: MatrixFormat): Answer {
  const rows = record.rights.map((right) => rowOf(right, record));
  return {
    text: format === "csv" ? csv(rows) : html(rows, record),
    json: { version: record.version, rights: record.rights },
  };
}

const heads = [
  "office",
  "role",
  "purpose",
  "action",
  "category",
  "category in German",
  "relation",
  "unless",
  "rule",
  "prohibitions",
  "norms",
  "since",
  "until",
] as const;

function rowOf(right: PolicyRight, record: PolicyRecord): readonly string[] {
  const rule = record.rules.find(({ id }) => id === right.rule);
  return [
    right.office,
    right.role,
    right.purpose,
    right.action,
    right.category,
    vocabulary.categories[right.category]?.german ?? "",
    right.when,
    right.unless.join(" "),
    right.rule,
    right.prohibitions.join(" "),
    rule?.because.join("; ") ?? "",
    right.since ?? "",
    right.until ?? "",
  ];
}

/** RFC 4180. */
function csv(rows: readonly (readonly string[])[]): string {
  const cell = (value: string) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return [heads, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** One page, a table an office, that needs nothing else. */
function html(rows: readonly (readonly string[])[], record: PolicyRecord): string {
  const tables = [...Map.groupBy(rows, ([office]) => office ?? "")].map(([office, of]) => {
    const body = of
      .map(
        (row) =>
          `<tr>${row
            .slice(1)
            .map((value) => `<td>${escapeHtml(value)}</td>`)
            .join("")}</tr>`,
      )
      .join("\n");
    const head = heads
      .slice(1)
      .map((name) => `<th scope="col">${name}</th>`)
      .join("");
    return `<h2 id="${escapeHtml(office)}">${escapeHtml(office)}</h2>\n<table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>`;
  });
  const reasons = [...record.rules, ...record.prohibitions].map(
    ({ id, sentence, because }) =>
      `<dt>${escapeHtml(id)}</dt><dd>${escapeHtml(sentence)} (${escapeHtml(because.join("; "))})</dd>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Policy ${escapeHtml(record.version)}</title>
<style>body{font:14px/1.4 system-ui,sans-serif;margin:2rem}table{border-collapse:collapse}th,td{border:1px solid #bbb;padding:.2rem .5rem;text-align:left;vertical-align:top}thead th{position:sticky;top:0;background:#eee}dt{font-weight:600}</style></head>
<body><h1>Who may see, write and have combined what: policy ${escapeHtml(record.version)}</h1>
${tables.join("\n")}
<h2>Rules and prohibitions</h2>
<dl>${reasons.join("\n")}</dl>
</body></html>
`;
}
