import { acts, assessmentMinutes } from "./acts.ts";

/** What a simulated pilot rests on, in the words of the report. */
export const assumptions: readonly string[] = [
  "Alle Personen, Fälle, Beschäftigten und Ausgänge sind erfunden; die Kriterien sind Demonstrationskriterien.",
  "Die Bevölkerung ist auf den 15. Juni 2026 gezogen; Tatsachen, die ein früherer Tag noch nicht kennen könnte, sind im Bestand schon enthalten.",
  "Vorgeschlagen werden von den Ausländerbehörden 70 % der drittstaatsangehörigen Personen mit Erkenntnissen, die noch keinen Fall haben, gleichmäßig über die Arbeitstage verteilt.",
  "15 % der Vorschläge stützen sich auf erheblich negatives Sozialverhalten (Vier-Augen-Prinzip); 6 % werden an eine andere RRK abgegeben.",
  "IRIS läuft allein bei der RRK Münster; dort folgt die Entscheidung in 85 % der Fälle dem Band. Ohne Band werden 70 % der schweren, sonst 35 % aufgenommen.",
  "Jede RRK hat zehn Sachbearbeitende und acht Personen mit Entscheidungsbefugnis, damit Arbeitszeiten ab fünf Beschäftigten gezeigt werden können.",
  `Arbeitszeit je Schritt ist log-normal verteilt (Streuung der Logarithmen 0,5); angenommene Mittel in Minuten: ${Object.entries(
    acts,
  )
    .flatMap(([act, mean]) => (mean === null ? [] : `${act} ${mean}`))
    .join(
      ", ",
    )}; mit IRIS ${assessmentMinutes} Minuten mehr je Prüfung. Zu jedem zehnten Schritt wird nichts angegeben.`,
  "Fallnummern und die Auslosung für die eigene Einschätzung zieht das System selbst, unabhängig vom Startwert; alles Übrige folgt aus ihm.",
  "Antwortzeiten sind die eines einzigen Rechners, der eine Anfrage nach der anderen stellt; sie sagen nichts über Last im Betrieb.",
];
