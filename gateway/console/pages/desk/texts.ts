import type { Say } from "../Language.ts";

type Texts = Readonly<Record<string, readonly [german: string, english: string]>>;

const bands: Texts = {
  PRIORITY: ["vorrangig prüfen", "to be examined with priority"],
  REGULAR: ["regulär prüfen", "to be examined in the regular course"],
  NO_PROPOSAL: ["kein Aufnahmevorschlag", "no admission proposed"],
  LEGAL_EXAMINATION_FIRST: ["rechtliche Prüfung zuerst", "legal examination first"],
};

const groups: Texts = {
  ...bands,
  WITHOUT_BAND: ["bewertet, ohne Band", "assessed, without a band"],
  STALE: ["Bewertung veraltet", "assessment stale"],
  NOT_YET_ASSESSED: ["noch nicht bewertet", "not yet assessed"],
  OWN_ESTIMATE_FIRST: ["eigene Einschätzung zuerst", "own estimate first"],
};

const steps: Texts = {
  OWN_ESTIMATE: ["eigene Einschätzung", "own estimate"],
  ASSESSMENT: ["Bewertung", "assessment"],
  ASSESSMENT_ANEW: ["neue Bewertung: die alte ist überholt", "new assessment: the former is out of date"],
  BAND: ["Band: zu wenig bekannt oder Vorprüfung offen", "band: too little known, or a gate is closed"],
  LEGAL_EXAMINATION: ["rechtliche Prüfung", "legal examination"],
  COMPLETENESS: ["Prüfung auf Vollständigkeit", "check for completeness"],
  DECISION: ["Entscheidung über die Aufnahme", "decision on admission"],
  CONFIRMATION: ["Bestätigung durch eine zweite Person", "confirmation by a second person"],
};

const states: Texts = {
  PROPOSED: ["vorgeschlagen", "proposed"],
  CHECKED: ["vollständig", "checked"],
  AWAITING_CONFIRMATION: ["entschieden, zu bestätigen", "decided, to be confirmed"],
  ADMITTED: ["aufgenommen", "admitted"],
  REJECTED: ["abgelehnt", "rejected"],
  SUSPENDED: ["ruht", "suspended"],
  CLOSED: ["geschlossen", "closed"],
};

const proposalParts: Texts = {
  IDENTITY: ["Identität der Akte stimmt", "identity of the file is right"],
  RESIDENCE_STATUS: ["Aufenthaltsstatus liegt vor", "residence status is on file"],
  COMPETENCE: ["RRK ist zuständig", "the RRK is competent"],
  GROUND_DOCUMENTED: ["Belege zum Vorschlagsgrund liegen vor", "documents for the ground were seen"],
};

const assessmentStates: Texts = {
  ASSESSED: ["bewertet", "assessed"],
  MINOR: ["nicht bewertet: minderjährig", "not assessed: minor"],
  OUT_OF_SCOPE: ["nicht bewertet: nicht vom AufenthG erfasst", "not assessed: outside the AufenthG"],
  LEGAL_EXAMINATION_FIRST: ["rechtliche Prüfung zuerst", "legal examination first"],
  INSUFFICIENT_DATA: ["nicht bewertbar: zu wenig Daten", "not assessable: too little data"],
};

const missing: Texts = {
  UNKNOWN: ["unbekannt", "unknown"],
  CONTRADICTORY: ["widersprüchlich", "contradictory"],
  FUTURE: ["in der Zukunft", "in the future"],
  INVALID: ["ungültig", "invalid"],
};

const measures: Texts = {
  HEARING: ["Anhörung", "hearing"],
  EXPULSION_ORDER: ["Ausweisungsverfügung", "expulsion order"],
  SUBSTITUTE_DOCUMENT: ["Passersatzbeschaffung", "procurement of a substitute document"],
  RETURN_ADVICE: ["Rückkehrberatung", "advice on voluntary return"],
  WAIVER_REQUEST: ["Antrag nach § 456a StPO", "request under § 456a StPO"],
  REMOVAL_PREPARATION: ["Vorbereitung der Abschiebung", "preparation of the removal"],
};

/** Words for the names of the schema. */
export const texts = { measures, bands, groups, steps, states, proposalParts, assessmentStates, missing } as const;

/** The words for a name; the name itself where there are none, nothing for null. */
export function wordsFor(of: Texts, name: string | null | undefined, say: Say): string {
  if (name === null || name === undefined) return "";
  const [german, english] = of[name] ?? [name, name];
  return say(german, english);
}
