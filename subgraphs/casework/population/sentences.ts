/** Free texts of synthetic cases, in the language of the files. None names a person. */
export const sentences = {
  proposal: {
    OFFENCES: [
      "Mehrere rechtskräftige Verurteilungen in den letzten Jahren; Koordinierung der beteiligten Stellen erforderlich.",
      "Wiederholt strafrechtlich in Erscheinung getreten; aufenthaltsrechtliche Maßnahmen sollen abgestimmt werden.",
      "Haftentlassung steht in Aussicht; frühzeitige Abstimmung mit Staatsanwaltschaft und Justizvollzug geboten.",
      "Neue Verurteilung nach bereits erfolgter Verwarnung; Prüfung des Ausweisungsinteresses angeregt.",
    ],
    SOCIAL_CONDUCT: [
      "Wiederholte Vorfälle in der Unterkunft, von mehreren Stellen dokumentiert; Fallkonferenz angeregt.",
      "Erheblich negatives Sozialverhalten über mehrere Monate, Ordnungsmaßnahmen blieben ohne Wirkung.",
      "Bedrohungen gegenüber Beschäftigten der Einrichtung; abgestimmtes Vorgehen der Stellen erforderlich.",
    ],
  },
  ADMIT: [
    "Schwere und Häufigkeit der Taten sowie der Bedarf an Abstimmung mehrerer Stellen rechtfertigen die Aufnahme.",
    "Nach Abwägung mit den vorgetragenen Bleibeinteressen ist eine koordinierte Bearbeitung geboten.",
    "Die Ausreisepflicht ist vollziehbar, mehrere Stellen sind beteiligt; das Fallmanagement kann das Verfahren fördern.",
    "Die Rückführungsperspektive ist nach Aktenlage gegeben; die Einzelfallprüfung spricht für die Aufnahme.",
  ],
  REJECT: [
    "Die Vorfälle erreichen nach Prüfung der Akten nicht das für eine Aufnahme erforderliche Gewicht.",
    "Schutzwürdige Bleibeinteressen überwiegen; die örtliche Ausländerbehörde führt das Verfahren weiter.",
    "Eine Rückführungsperspektive besteht auf absehbare Zeit nicht; ein Abschiebungsverbot ist vorrangig zu prüfen.",
    "Abstimmungsbedarf zwischen mehreren Stellen ist nicht erkennbar; eine Bearbeitung vor Ort genügt.",
  ],
  resolution: [
    "Zuständigkeiten geklärt; die Ausländerbehörde hört an, die ZAB prüft den Stand der Passersatzbeschaffung.",
    "Vor weiteren Schritten wird das Einvernehmen der Staatsanwaltschaft abgewartet; Wiedervorlage in vier Wochen.",
    "Rückkehrberatung wird angeboten; die Stellen berichten zur nächsten Fallkonferenz.",
    "Stand der Verfahren abgeglichen; keine neuen Maßnahmen, Wiedervorlage in sechs Wochen.",
  ],
} as const;
