import type { PolicyRecord } from "../PolicyRecord.ts";
import type { ProcessingDocument, ProcessingDraft, ProcessingDraftSection } from "./ProcessingDraft.ts";
import { type ProcessingFacts, processingFacts } from "./processingFacts.ts";

/** A blank of all three documents. */
const describedByController = "Kategorien betroffener Personen, mit Zahl und besonderer Schutzbedürftigkeit";

const titles: Readonly<Record<ProcessingDocument, string>> = {
  RECORD_OF_PROCESSING: "Verzeichnis von Verarbeitungstätigkeiten (Art. 30 DSGVO)",
  IMPACT_ASSESSMENT: "Datenschutz-Folgenabschätzung (Art. 35 DSGVO)",
  FUNDAMENTAL_RIGHTS_ASSESSMENT: "Grundrechte-Folgenabschätzung (Art. 27 KI-Verordnung)",
};

const sections: Readonly<Record<ProcessingDocument, (facts: ProcessingFacts) => readonly ProcessingDraftSection[]>> = {
  RECORD_OF_PROCESSING: (facts) => [
    section(
      "Verantwortlicher und Datenschutzbeauftragte",
      "Art. 30 Abs. 1 lit. a DSGVO",
      [],
      [
        "Name und Kontaktdaten des Verantwortlichen und gemeinsam Verantwortlicher",
        "Name und Kontaktdaten der Datenschutzbeauftragten",
      ],
    ),
    section("Zwecke der Verarbeitung", "Art. 30 Abs. 1 lit. b DSGVO", facts.purposes, []),
    section("Betroffene Personen", "Art. 30 Abs. 1 lit. c DSGVO", [], [describedByController]),
    section("Kategorien personenbezogener Daten", "Art. 30 Abs. 1 lit. c DSGVO", facts.categories, []),
    section("Kategorien von Empfängern", "Art. 30 Abs. 1 lit. d DSGVO", facts.recipients, []),
    section(
      "Übermittlung in Drittländer",
      "Art. 30 Abs. 1 lit. e DSGVO",
      [],
      ["Ob Daten in ein Drittland oder an eine internationale Organisation gehen, und mit welchen Garantien"],
    ),
    section("Löschfristen", "Art. 30 Abs. 1 lit. f DSGVO", facts.retention, [
      "Löschfristen der Fachverfahren, aus denen die Daten kommen",
    ]),
    section("Technische und organisatorische Maßnahmen", "Art. 30 Abs. 1 lit. g, Art. 32 DSGVO", facts.safeguards, [
      "Maßnahmen des Betriebs: Räume, Personal, Sicherung, Wiederherstellung",
    ]),
  ],
  IMPACT_ASSESSMENT: (facts) => [
    section("Zwecke", "Art. 35 Abs. 7 lit. a DSGVO", facts.purposes, [
      "Systematische Beschreibung der Vorgänge und der berechtigten Interessen",
    ]),
    section("Daten", "Art. 35 Abs. 7 lit. a DSGVO", facts.categories, [describedByController]),
    section("Empfänger", "Art. 35 Abs. 7 lit. a DSGVO", facts.recipients, []),
    section("Zusammenführung zu einer Bewertung", "Art. 35 Abs. 3 lit. a DSGVO", facts.combinations, []),
    section(
      "Notwendigkeit und Verhältnismäßigkeit",
      "Art. 35 Abs. 7 lit. b DSGVO",
      [],
      ["Ob jeder Zweck jede Kategorie braucht, die ihm geöffnet ist, und warum kein milderes Mittel genügt"],
    ),
    section(
      "Risiken: die Daten mit dem höchsten Schutzbedarf, und wer sie liest",
      "Art. 35 Abs. 7 lit. c DSGVO",
      facts.mostSensitive,
      ["Eintrittswahrscheinlichkeit und Schwere der Risiken für Rechte und Freiheiten"],
    ),
    section("Abhilfe: Verbote, die jeder Regel vorgehen", "Art. 35 Abs. 7 lit. d DSGVO", facts.safeguards, [
      "Ob das verbleibende Risiko tragbar ist; sonst vorherige Konsultation (Art. 36 DSGVO)",
    ]),
    section(
      "Rat der Datenschutzbeauftragten, Standpunkt der betroffenen Personen",
      "Art. 35 Abs. 2, 9 DSGVO",
      [],
      [
        "Rat der Datenschutzbeauftragten",
        "Standpunkt der betroffenen Personen oder ihrer Vertreter, oder warum er nicht eingeholt wurde",
      ],
    ),
  ],
  FUNDAMENTAL_RIGHTS_ASSESSMENT: (facts) => [
    section(
      "Ob das Verfahren ein Hochrisiko-System ist",
      "Art. 3 Nr. 1, Art. 6 Abs. 3 KI-Verordnung",
      [],
      ["Einstufung mit Begründung; für eine von Hand gesetzte Punktetafel ist sie offen"],
    ),
    section("Verfahren, in denen es verwendet wird", "Art. 27 Abs. 1 lit. a KI-Verordnung", facts.combinations, [
      "Beschreibung der Verfahren des Betreibers und der Zweckbestimmung",
    ]),
    section(
      "Zeitraum und Häufigkeit",
      "Art. 27 Abs. 1 lit. b KI-Verordnung",
      [],
      ["Zeitraum und Häufigkeit der Verwendung; die Befristung der Regeln steht im Abschnitt davor"],
    ),
    section("Betroffene Personen und Gruppen", "Art. 27 Abs. 1 lit. c KI-Verordnung", [], [describedByController]),
    section("Schadensrisiken", "Art. 27 Abs. 1 lit. d KI-Verordnung", facts.mostSensitive, [
      "Welcher Schaden wem droht, auch durch falsche oder veraltete Angaben",
    ]),
    section("Menschliche Aufsicht", "Art. 27 Abs. 1 lit. e KI-Verordnung", facts.writers(["ADMISSION_DECISION"]), [
      "Wie die Entscheidenden befähigt sind, von der Bewertung abzuweichen",
    ]),
    section(
      "Vorkehrungen, wenn ein Risiko eintritt",
      "Art. 27 Abs. 1 lit. f KI-Verordnung",
      facts.writers(["CATALOGUE_SUSPENSION", "CATALOGUE_RESUMPTION"]),
      ["Zuständigkeit, Beschwerdewege und Unterrichtung"],
    ),
  ],
};

/**
 * Draft of a document. Its facts are worked out of the policy as it stands on a date, so that they cannot go stale; what a person must judge stays blank.
 *
 * @param date of the question, `YYYY-MM-DD`
 */
export function draftProcessing(record: PolicyRecord, document: ProcessingDocument, date: string): ProcessingDraft {
  return {
    title: titles[document],
    policyVersion: record.version,
    sections: sections[document](processingFacts(record, date)),
  };
}

function section(
  heading: string,
  norm: string,
  facts: readonly string[],
  blanks: readonly string[],
): ProcessingDraftSection {
  return { heading, norm, facts, blanks };
}
