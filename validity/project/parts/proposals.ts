import type { Gathered, StatisticsCell } from "../Gathered.ts";
import type { ProjectPart, ProjectTable } from "../ProjectReport.ts";
import { stepLoads } from "../staffing/StepLoad.ts";
import { meanRow } from "./meanRow.ts";
import { stepNames } from "./words.ts";

const compared = ["checkProposal", "decideAdmission", "holdConference", "closeCase"] as const;

/** (c) Proposals for standardisation in the whole Land. */
export function proposals(gathered: Gathered): ProjectPart {
  return {
    letter: "c",
    title: "Vorschläge für eine landesweite Standardisierung",
    sections: [
      {
        title: "Katalog und Profile als versionierte Dateien",
        text: `Kriterien, Gates und Bänder stehen in subgraphs/scoring/catalogue, je Fassung ein Ordner mit Prüfsumme; Importprofile stehen in exchange. Im Zeitraum galten: ${gathered.validity.catalogueVersions.join(", ") || "keine"}.`,
        tables: [],
        lists: [
          {
            title: "Vorgeschlagen wird",
            items: [
              "Eine Fassung des Katalogs gilt für alle RRK; Änderungen tragen Datum, Grund und Quelle und werden vor Inkrafttreten gegen die Bewertungen des Pilotzeitraums gerechnet (npm run -s replay).",
              "Profile der Fachverfahren werden landesweit gepflegt, nicht je Ausländerbehörde.",
              "Entscheidungstabellen werden als DMN 1.5 veröffentlicht (npm run -s catalogue -- dmn).",
            ],
          },
        ],
      },
      {
        title: "Unterschiede zwischen den RRK",
        text: "Minuten je Schritt im Zeitraum und Fälle nach Zustand am Ende. Unterschiede können am Zuschnitt der Fälle liegen; hier ist nichts bereinigt.",
        tables: [...compared.map((step) => minutesByRrk(gathered, step)), ...casesByRrk(gathered)],
        lists: [],
      },
      {
        title: "Benötigte Definitionen und Schulung",
        text: "Wo dieselben Wörter in den Stellen Verschiedenes heißen, misst ein Kriterium die Stelle und nicht den Fall.",
        tables: [],
        lists: [
          {
            title: "Definitionen",
            items: [
              "Mehrfach- und Intensivtäter: landeseinheitliche Regeln, Überprüfungsfrist und zuständige Stelle.",
              "Erheblich negatives Sozialverhalten: geschlossene Liste belegter Ereignisse (§ 54 Abs. 2 Nr. 10 AufenthG).",
              "Fallabschluss: geschlossene Liste der Ausgänge, damit Wirkungen vergleichbar werden.",
              "Arbeitszeit: was ein Schritt umfasst und was im Verteilzeitzuschlag steckt.",
            ],
          },
          {
            title: "Schulung",
            items: [
              "Gründe und Gegengründe vor dem Band lesen; eigene Einschätzung vor der Bewertung (Art. 22 DSGVO).",
              "Abruf nur mit Zweck, Fall und Begründung (§§ 10, 22 AZRG; § 41 Abs. 3 BZRG).",
              "Verwertungsverbote und Löschfristen (§§ 45–52 BZRG, § 91 AufenthG).",
            ],
          },
        ],
      },
    ],
  };
}

function minutesByRrk({ workingTime, rrks }: Gathered, step: string): ProjectTable {
  return {
    id: `rrk-${step.toLowerCase()}`,
    title: `${stepNames[step] ?? step}: Minuten je RRK`,
    unit: "Minuten",
    interval: "95-%-Intervall (Normalnäherung)",
    counts: "Schritte mit Angabe",
    rows: rrks.map(({ id, name }) =>
      meanRow(name, stepLoads(workingTime.filter((cell) => cell.rrk === id && cell.step === step))[0]),
    ),
  };
}

const stateNames: Readonly<Record<string, string>> = {
  ADMITTED: "aufgenommene Fälle",
  REJECTED: "abgelehnte Fälle",
  CLOSED: "abgeschlossene Fälle",
};

function casesByRrk({ caseStatistics, rrks }: Gathered): readonly ProjectTable[] {
  const cell = (row: string, column: string): StatisticsCell | undefined =>
    caseStatistics.find((each) => each.row === row && each.column === column);
  return Object.entries(stateNames).map(([state, name]) => ({
    id: `faelle-${state.toLowerCase()}`,
    title: `Bestand je RRK: ${name}`,
    unit: "Anzahl, auf fünf gerundet",
    interval: null,
    counts: "–",
    rows: rrks.map((rrk) => {
      const value = cell(state, rrk.id)?.count ?? null;
      return {
        label: rrk.name,
        value,
        low: null,
        high: null,
        base: null,
        caveat: value === null ? "unterdrückt: unter fünf Personen" : "mit Fällen von vor dem Zeitraum",
      };
    }),
  }));
}
