import { wilsonInterval } from "../../statistics/wilsonInterval.ts";
import type { Gathered } from "../Gathered.ts";
import type { ProjectPart, ProjectRow, ProjectTable } from "../ProjectReport.ts";
import { stepLoads } from "../staffing/StepLoad.ts";
import { meanRow } from "./meanRow.ts";
import { stepNames, tooThin } from "./words.ts";

const pilotRrk = "RRK_MUENSTER";
const casesMin = 30;

/** (b) Practicability of scoring on the data of several offices. */
export function practicability(gathered: Gathered): ProjectPart {
  return {
    letter: "b",
    title: "Praktikabilität des Scorings",
    sections: [
      {
        title: "Abdeckung und fehlende Tatsachen je Merkmal",
        text: "Anteil der jüngsten Bewertungen, in denen das Merkmal bewertbar war; der Rest sind fehlende, widersprüchliche oder unlesbare Tatsachen. Die Quelle steht beim Merkmal.",
        tables: [coverageTable(gathered)],
        lists: [],
      },
      {
        title: "Anteil automatisch übernommener Daten, Berichtigungen",
        text: `Ein eigener Zähler hierfür wird noch nicht geführt, und aus dem Protokoll darf er nicht gewonnen werden (§ 76 Abs. 3 BDSG als Vorbild). Automatisch übernommener Anteil: ${tooThin}. Berichtigungen je 100 Tatsachen: ${tooThin}.`,
        tables: [],
        lists: [],
      },
      {
        title: "Minuten je Schritt bei der RRK Münster",
        text: "Angaben der Handelnden, als Summen aus mindestens fünf Beschäftigten je Monat. Eine Initialbewertung ist Vollständigkeitsprüfung und Entscheidung zusammen; wo Monate oder Schritte fehlen, standen weniger als fünf dahinter.",
        tables: [minutesTable(gathered)],
        lists: [],
      },
      {
        title: "Antwortzeiten",
        text: "Aus einem eigenen Zähler des Gateways, in Klassen; angegeben ist die obere Grenze der Klasse, in der das Quantil liegt.",
        tables: [latencyTable(gathered)],
        lists: [],
      },
      {
        title: "Fehler der Personenzuordnung",
        text: "Gemessen an erzeugten Beschreibungen mit bekannter Wahrheit (npm run linkage -- evaluate), nicht an den Daten des Zeitraums.",
        tables: [linkageTable(gathered)],
        lists: [],
      },
    ],
  };
}

function share(label: string, hits: number, base: number, least: number): ProjectRow {
  if (base === 0) return { label, value: null, low: null, high: null, base: 0, caveat: tooThin };
  const { low, high } = wilsonInterval(hits, base);
  const caveat = base < least ? `${tooThin}: unter ${least}` : "";
  return { label, value: (100 * hits) / base, low: 100 * low, high: 100 * high, base, caveat };
}

function coverageTable({ validity, criteria }: Gathered): ProjectTable {
  const distribution = validity.sections.find(({ id }) => id === "distribution");
  const rows = criteria.map(({ id, question }): ProjectRow => {
    const label = `${id}: ${question}`;
    const counted = distribution?.tables.find((table) => table.id === `distribution.${id}`)?.rows ?? [];
    if (counted.some(({ state }) => state === "SUPPRESSED"))
      return {
        label,
        value: null,
        low: null,
        high: null,
        base: null,
        caveat: "unterdrückt: eine Zelle unter fünf Personen",
      };
    const base = counted.reduce((sum, { value }) => sum + (value ?? 0), 0);
    const unknown = counted.find((row) => row.id === "unknown")?.value ?? 0;
    return share(label, base - unknown, base, casesMin);
  });
  return {
    id: "abdeckung",
    title: "Bewertbar je Merkmal",
    unit: "Anteil in %",
    interval: "95-%-Intervall (Wilson)",
    counts: "Bewertungen",
    rows,
  };
}

function minutesTable({ workingTime }: Gathered): ProjectTable {
  const loads = stepLoads(workingTime.filter(({ rrk }) => rrk === pilotRrk));
  const of = (step: string) => loads.find((load) => load.step === step);
  const [check, decide] = [of("checkProposal"), of("decideAdmission")];
  const both =
    check === undefined || decide === undefined
      ? undefined
      : {
          step: "both",
          steps: Math.min(check.steps, decide.steps),
          mean: check.mean + decide.mean,
          variance: check.variance + decide.variance,
        };
  return {
    id: "minuten-muenster",
    title: "Minuten je Schritt, RRK Münster",
    unit: "Minuten",
    interval: "95-%-Intervall (Normalnäherung)",
    counts: "Schritte mit Angabe",
    rows: [
      meanRow("Initialbewertung (Prüfung und Entscheidung)", both),
      ...Object.entries(stepNames)
        .filter(([step]) => of(step) !== undefined)
        .map(([step, name]) => meanRow(name, of(step))),
    ],
  };
}

function latencyTable({ answerTimes }: Gathered): ProjectTable {
  const base = answerTimes.reduce((sum, { count }) => sum + count, 0);
  const quantile = (at: number): number | null => {
    let counted = 0;
    for (const { upTo, count } of answerTimes) {
      counted += count;
      if (base > 0 && counted >= at * base) return upTo;
    }
    return null;
  };
  const row = (label: string, at: number): ProjectRow => ({
    label,
    value: quantile(at),
    low: null,
    high: null,
    base,
    caveat: base === 0 ? tooThin : "obere Klassengrenze",
  });
  return {
    id: "antwortzeiten",
    title: "Antwortzeit",
    unit: "Millisekunden",
    interval: null,
    counts: "Antworten",
    rows: [row("p50", 0.5), row("p95", 0.95)],
  };
}

function linkageTable({ linkage }: Gathered): ProjectTable {
  return {
    id: "zuordnung",
    title: "Personenzuordnung auf erzeugten Beschreibungen",
    unit: "Anteil in %",
    interval: "95-%-Intervall (Wilson)",
    counts: "Beschreibungen",
    rows: [
      share("falsch verknüpft, je Verknüpfung", linkage.wrong, linkage.links, 30_000),
      share("einer Person vorgelegt", linkage.asked, linkage.descriptions, casesMin),
    ],
  };
}
