/** Open legal questions, each with the norms it hangs on. Kept here by hand: none can be read from data. */
export const openQuestions: readonly string[] = [
  "Welches Datenschutzregime gilt für IRIS: DSGVO mit DSG NRW Teil 1 und 2, oder für Anteile von LKA und LZPD Teil 3 (§§ 35 ff. DSG NRW)?",
  "Ist eine RRK, die nur koordiniert, Empfängerin „zur Durchführung ausländerrechtlicher Aufgaben“ (§ 15 Abs. 1 Satz 1 Nr. 1 AZRG, § 41 Abs. 1 Nr. 7 BZRG)?",
  "Trägt § 86 AufenthG die Zusammenführung von Akten mehrerer Stellen zu einer Bewertung, oder braucht eine automatisierte Datenanalyse eine eigene Grundlage (BVerfG, 16.2.2023, 1 BvR 1547/19; § 23 Abs. 6 PolG NRW)?",
  "Hängt die Aufnahme maßgeblich vom Band ab, sodass die Bewertung selbst eine automatisierte Entscheidung ist (Art. 22 DSGVO, EuGH C-634/21; § 46 DSG NRW)?",
  "Ist ein von Hand gesetzter Punktekatalog ein KI-System (Art. 3 Nr. 1 KI-VO), und dann ein hochriskantes (Art. 6 Abs. 3, Anhang III Nr. 6, 7)? Von wann an gelten die Pflichten?",
  "Dürfen polizeiliche Einstufungen als Mehrfach- oder Intensivtäter ohne landeseinheitliche Definition zählen (§ 87 Abs. 2 AufenthG, § 22b PolG NRW)?",
  "Wie lange dürfen Bewertungen nicht aufgenommener Personen bleiben (§ 91 Abs. 2 AufenthG)?",
  "Wer ist für die gemeinsam geführten Daten verantwortlich (Art. 26, 28 DSGVO; § 63 BDSG als Vorbild)?",
];
