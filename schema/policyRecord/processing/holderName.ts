import { type OfficeKind, offices } from "../../offices.ts";

const kinds: Readonly<Record<OfficeKind, string>> = {
  RRK: "Regionale Rückkehrkoordinationsstellen",
  ZAB: "Zentrale Ausländerbehörde",
  ABH: "Ausländerbehörden",
  LKA: "Landeskriminalamt",
  LZPD: "Landesamt für Zentrale Polizeiliche Dienste",
  POLICE: "Kreispolizeibehörden",
  PROSECUTION: "Staatsanwaltschaften",
  PRISON: "Justizvollzugsanstalten",
  BAMF: "Bundesamt für Migration und Flüchtlinge",
  MINISTRY: "Ministerien",
  DATA_PROTECTION: "Datenschutzbeauftragte",
  EVALUATION: "Evaluation",
  DATA_SUBJECT: "betroffene Personen",
  CLEARING: "Clearingstelle",
  CLEARING_BLOCKED: "Clearingstelle für gesperrte Datensätze",
};

/** Who holds a right, in German: an office by its name, or all offices of a kind. */
export function holderName(office: string): string {
  return kinds[office as OfficeKind] ?? offices.get(office)?.name ?? office;
}
