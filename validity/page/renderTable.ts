import type { Figure, ReportTable } from "../report/ValidityReport.ts";
import { escaped } from "./escaped.ts";
import type { Language } from "./Language.ts";
import { numberText } from "./numberText.ts";

const words = {
  de: {
    figures: "Zahlen",
    of: "",
    value: "Wert",
    interval: "95-%-Intervall",
    base: "Fälle",
    holds: "Aussagekraft",
    asked: "verlangt",
  },
  en: {
    figures: "Figures",
    of: "",
    value: "value",
    interval: "95% interval",
    base: "cases",
    holds: "how far it holds",
    asked: "asked for",
  },
} as const;

const states = {
  de: { SHOWN: "", THIN: "zu dünn", SUPPRESSED: "unterdrückt (unter fünf)", NONE: "nichts vorhanden" },
  en: { SHOWN: "", THIN: "too thin", SUPPRESSED: "suppressed (under five)", NONE: "nothing there" },
} as const;

/** The figures of a table, for those who want them exactly or do not see the plot. */
export function renderTable({ rows, measure, baseMin }: ReportTable, language: Language): string {
  const say = words[language];
  const number = (value: number | null) => (value === null ? "–" : numberText(value, measure, language));
  const interval = ({ low, high }: Figure) => (low === null ? "–" : `${number(low)} … ${number(high)}`);
  const base = baseMin > 0 ? ` (${say.asked}: ${baseMin})` : "";
  const head =
    measure === "COUNT"
      ? [say.of, say.value, say.holds]
      : [say.of, say.value, say.interval, `${say.base}${base}`, say.holds];
  const lines = rows.map((row) => {
    const [value, state] = [`<td class="n">${number(row.value)}</td>`, `<td>${states[language][row.state]}</td>`];
    const middle =
      measure === "COUNT" ? "" : `<td class="n">${interval(row)}</td><td class="n">${row.base ?? "–"}</td>`;
    return `<tr><th scope="row">${escaped(row.label[language])}</th>${value}${middle}${state}</tr>`;
  });
  const columns = head.map((each) => (each === "" ? "<td></td>" : `<th scope="col">${each}</th>`)).join("");
  return `<details><summary>${say.figures}</summary><table><thead><tr>${columns}</tr></thead><tbody>
${lines.join("\n")}
</tbody></table></details>`;
}
