import type { Gathered } from "../Gathered.ts";
import type { ProjectPart, ProjectTable } from "../ProjectReport.ts";
import { fromValidity } from "./fromValidity.ts";
import { openQuestions } from "./openQuestions.ts";

/** Sections of the report on validity that part (a) takes over; coverage of criteria is part (b). */
const wanted = ["raters", "decisions", "overrides", "sensitivity", "proxy", "groups"];

/** (a) Professional and legal robustness of IRIS. */
export function robustness({ validity, criteria, rules, deviations, refusals }: Gathered): ProjectPart {
  const sections = validity.sections.filter(({ id }) => wanted.includes(id));
  return {
    letter: "a",
    title: "Fachliche und rechtliche Belastbarkeit von IRIS",
    sections: [
      ...sections.map(({ title, explanation, tables }) => ({
        title: `Güte: ${title.de}`,
        text: `${explanation.de} Gemessen in der Enklave der Evaluation; Stand ${validity.on}. ${validity.notice.de}`,
        tables: tables.map(fromValidity),
        lists: [],
      })),
      {
        title: "Rechtsgrundlage je Merkmal und Quelle",
        text: "Jedes Merkmal des Katalogs mit seiner Norm und der Quelle seiner Belege. Ob eine koordinierende RRK Empfängerin der Quelle ist, steht unter den offenen Fragen.",
        tables: [],
        lists: [
          {
            title: "Merkmale",
            items: criteria.map(
              ({ id, question, norm, evidenceSource }) => `${id}: ${question} – ${norm}; Quelle: ${evidenceSource}`,
            ),
          },
        ],
      },
      {
        title: "Regeln, Abweichungen, Ablehnungen, Löschungen",
        text: "Regeln und Abweichungen stehen in der geltenden Policy. Ablehnungen sind Summen aus der Eigenüberwachung der Datenschutzbeauftragten über das ganze Protokoll, nach Fehlercode und ohne Person; nach dem Datum der Frage lassen sie sich nicht trennen. Für Löschungen gibt es keinen eigenen Zähler: Daten reichen nicht.",
        tables: [countsTable(rules, deviations), refusalTable(refusals)],
        lists: [],
      },
      {
        title: "Offene Rechtsfragen",
        text: "Fragen, die nicht von diesem System beantwortet werden können, mit den Normen, an denen sie hängen.",
        tables: [],
        lists: [{ title: "Fragen", items: openQuestions }],
      },
    ],
  };
}

function countsTable(rules: number, deviations: number): ProjectTable {
  const row = (label: string, value: number) => ({ label, value, low: null, high: null, base: null, caveat: "" });
  return {
    id: "regeln",
    title: "Regeln der Policy und Abweichungen von der Anlage zur AZRG-DV",
    unit: "Anzahl",
    interval: null,
    counts: "–",
    rows: [row("Regeln", rules), row("dokumentierte Abweichungen", deviations)],
  };
}

function refusalTable(refusals: Gathered["refusals"]): ProjectTable {
  return {
    id: "ablehnungen",
    title: "Abgelehnte Anfragen nach Fehlercode",
    unit: "Anzahl",
    interval: null,
    counts: "–",
    rows: refusals.map(({ code, count }) => ({
      label: code,
      value: count,
      low: null,
      high: null,
      base: null,
      caveat: "ganzes Protokoll",
    })),
  };
}
