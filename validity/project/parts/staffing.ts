import type { Gathered } from "../Gathered.ts";
import type { ProjectPart, ProjectRow, ProjectTable } from "../ProjectReport.ts";
import { planningValues } from "../staffing/planningValues.ts";
import { postsByWorkload } from "../staffing/postsByWorkload.ts";
import { postsByErlangC, postsBySimulation } from "../staffing/postsForTarget.ts";
import { type StepLoad, stepLoads } from "../staffing/StepLoad.ts";
import { type PostQuantiles, simulateHalfYear } from "../staffing/simulateHalfYear.ts";
import { tooThin } from "./words.ts";

/** Arrivals of half a year and minutes a case that the table of posts is worked out for. */
const arrivals = [50, 100, 200, 400] as const;
const minutes = [120, 240, 480] as const;
/** Working days within which a step is to be done in the simulation. */
const serviceDays = 5;

/** (d) Staffing for the second half of 2026. */
export function staffing(gathered: Gathered): ProjectPart {
  const { annualMinutes, allowance, workingDays, splitPostMinutes, serviceShare } = planningValues;
  const loads = gathered.rrks.map(({ id, name }) => ({
    name,
    loads: stepLoads(gathered.workingTime.filter(({ rrk }) => rrk === id)),
  }));
  const measures = stepLoads(gathered.workingTime.filter(({ rrk }) => rrk === "RRK_MUENSTER")).find(
    ({ step }) => step === "addMeasure",
  );
  const split: readonly StepLoad[] =
    measures === undefined
      ? []
      : [{ step: "planned", steps: measures.steps, mean: splitPostMinutes, variance: (splitPostMinutes / 2) ** 2 }];
  const posts = [
    ...loads,
    { name: "geteilte Stelle: RRK Münster (halb)", loads: split },
    { name: "geteilte Stelle: ZAB Coesfeld (halb)", loads: split },
  ];
  const simulated = posts.map(({ name, loads: own }) => ({
    name,
    own,
    told: own.length === 0 ? null : simulateHalfYear(own, workingDays, serviceDays, `half-year ${name}`),
  }));
  return {
    letter: "d",
    title: "Personalbedarf im zweiten Halbjahr 2026",
    sections: [
      {
        title: "Arbeitsaufwandsmethode und Simulation",
        text: `Menge × mittlere Minuten × (1 + ${percent(allowance)} Zuschlag) ÷ Arbeitszeit (${annualMinutes} Minuten im Jahr, Planungswert). Daneben eine ereignisdiskrete Simulation: zufällige Eingänge an ${workingDays} Arbeitstagen, streuende Bearbeitungszeiten, jeder Schritt binnen ${serviceDays} Arbeitstagen; je 400 Läufe. Angenommen ist, dass das zweite Halbjahr dem ausgewerteten Zeitraum gleicht. Gezählt sind allein Schritte mit Zeitangabe aus Monaten mit mindestens fünf Beschäftigten: die Zahlen sind Untergrenzen. Die geteilte Stelle ist mit ${splitPostMinutes} Minuten je Maßnahme der RRK Münster und Stelle angesetzt, einem Planungswert und nie der gemessenen Zeit einer bestimmbaren Person.`,
        tables: [
          workloadTable(posts),
          ...(["within50", "within80", "within95"] as const).map((level) => simulationTable(simulated, level)),
        ],
        lists: [],
      },
      {
        title: "Eingänge × Minuten × Ziel → Stellen",
        text: `Kleinste ganze Zahl von Stellen, mit der ${percent(serviceShare)} der Fälle binnen der genannten Arbeitstage begonnen werden. Erlang C setzt zufällige Eingänge, exponentielle Zeiten und austauschbare Stellen voraus; die Simulation rechnet mit halb so großer Streuung der Zeiten. Wo beide auseinanderliegen, trägt die Annahme über die Streuung den Unterschied.`,
        tables: planningValues.serviceDays.flatMap((days) => [
          postsTable(days, "erlang", "Erlang C", postsByErlangC),
          postsTable(days, "simulation", "Simulation", postsBySimulation),
        ]),
        lists: [],
      },
    ],
  };
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

const nothing: Pick<ProjectRow, "value" | "low" | "high" | "base" | "caveat"> = {
  value: null,
  low: null,
  high: null,
  base: null,
  caveat: tooThin,
};

function workloadTable(posts: readonly { readonly name: string; readonly loads: readonly StepLoad[] }[]): ProjectTable {
  return {
    id: "stellen-aufwand",
    title: "Stellen nach der Arbeitsaufwandsmethode",
    unit: "Stellen",
    interval: null,
    counts: "Schritte mit Angabe",
    rows: posts.map(({ name: label, loads }) => {
      const steps = loads.reduce((sum, each) => sum + each.steps, 0);
      if (steps === 0) return { label, ...nothing };
      const value = postsByWorkload(loads.reduce((sum, each) => sum + each.steps * each.mean, 0));
      return { label, value, low: null, high: null, base: steps, caveat: "Untergrenze" };
    }),
  };
}

function simulationTable(
  simulated: readonly {
    readonly name: string;
    readonly own: readonly StepLoad[];
    readonly told: PostQuantiles | null;
  }[],
  level: "within50" | "within80" | "within95",
): ProjectTable {
  const width = level.slice("within".length);
  return {
    id: `stellen-simulation-${width}`,
    title: `Stellen nach der Simulation, ${width}-%-Intervall`,
    unit: "Stellen",
    interval: `${width}-%-Intervall der Läufe`,
    counts: "Schritte mit Angabe",
    rows: simulated.map(({ name: label, own, told }) => {
      if (told === null) return { label, ...nothing };
      const [low, high] = told[level];
      const base = own.reduce((sum, { steps }) => sum + steps, 0);
      return { label, value: told.median, low, high, base, caveat: "Untergrenze" };
    }),
  };
}

function postsTable(
  days: number,
  id: string,
  name: string,
  postsFor: (setting: { readonly arrivals: number; readonly minutes: number; readonly days: number }) => number,
): ProjectTable {
  return {
    id: `stellen-ziel-${days}-${id}`,
    title: `Begonnen binnen ${days === 1 ? "eines Arbeitstags" : `${days} Arbeitstagen`}: Stellen nach ${name}`,
    unit: "Stellen",
    interval: null,
    counts: "–",
    rows: arrivals.flatMap((count) =>
      minutes.map((each) => ({
        label: `${count} Fälle im Halbjahr × ${each} Minuten`,
        value: postsFor({ arrivals: count, minutes: each, days }),
        low: null,
        high: null,
        base: null,
        caveat: "gerechnet, nicht gemessen",
      })),
    ),
  };
}
