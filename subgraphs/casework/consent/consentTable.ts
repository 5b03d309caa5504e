import { minorOffences, ownExceptions } from "./minorOffences.ts";
import type { ConsentQuestion, Proceedings } from "./Proceedings.ts";

/** A row of the table: why consent is required. Every row that fits counts. */
interface Row {
  readonly id: string;
  /** Whose consent: of the prosecutor's office, or of the witness protection office (Zeugenschutzdienststelle). */
  readonly of: "PROSECUTOR" | "WITNESS_PROTECTION";
  readonly norm: string;
  readonly words: string;
  readonly fits: (question: ConsentQuestion) => boolean;
}

/**
 * When consent is required (§ 72 (4) AufenthG): where one of the rows fits. The exceptions are narrow and the rows are written so that
 * whatever is not known fits. The counter-exceptions (several acts, a criminal complaint) qualify the offences of the StGB, StVG and PflVG,
 * not § 95 AufenthG and § 9 FreizügG/EU.
 */
export const consentTable: readonly Row[] = [
  {
    id: "PROVISION_UNKNOWN",
    of: "PROSECUTOR",
    norm: "§ 72 (4) sentence 1 AufenthG",
    words: "Of proceedings the provision or its subsection is not known (Strafvorschrift unbekannt).",
    fits: ({ proceedings }) => proceedings.some((each) => weightOf(each) === "UNKNOWN"),
  },
  {
    id: "FURTHER_PROCEEDINGS",
    of: "PROSECUTOR",
    norm: "§ 72 (4) sentence 1 AufenthG",
    words: "There are or may be further open proceedings (weitere Verfahren).",
    fits: ({ furtherProceedings }) => furtherProceedings !== "NO",
  },
  {
    id: "NOT_MINOR",
    of: "PROSECUTOR",
    norm: "§ 72 (4) sentences 1, 4, 5 AufenthG",
    words: "Proceedings are about an offence that is not on the list (kein geringer Unrechtsgehalt).",
    fits: ({ proceedings }) => proceedings.some((each) => weightOf(each) === "NOT_MINOR"),
  },
  {
    id: "SEVERAL_ACTS",
    of: "PROSECUTOR",
    norm: "§ 72 (4) sentence 5 AufenthG",
    words: "Listed provisions were, or may have been, broken several times by different acts (mehrere Handlungen).",
    fits: (question) => question.severalActs !== "NO" && hasQualified(question),
  },
  {
    id: "COMPLAINT_FILED",
    of: "PROSECUTOR",
    norm: "§ 72 (4) sentence 5 AufenthG",
    words: "A criminal complaint was, or may have been, filed (Strafantrag).",
    fits: (question) => question.complaintFiled !== "NO" && hasQualified(question),
  },
  {
    id: "PROTECTED_WITNESS",
    of: "WITNESS_PROTECTION",
    norm: "§ 72 (4) sentence 2 AufenthG, ZSHG",
    words: "The person is, or may be, under witness protection (Zeugenschutz).",
    fits: ({ protectedWitness }) => protectedWitness !== "NO",
  },
];

/** § 115 StGB is minor as far as it applies § 113 (1) StGB accordingly, and no further. */
function weightOf({ provision, subsection, asSection113Subsection1 }: Proceedings): "MINOR" | "NOT_MINOR" | "UNKNOWN" {
  if (provision === null) return "UNKNOWN";
  if (provision === "§ 115 StGB") {
    return ({ YES: "MINOR", NO: "NOT_MINOR", UNKNOWN: "UNKNOWN" } as const)[asSection113Subsection1 ?? "UNKNOWN"];
  }
  const listed = Object.hasOwn(minorOffences, provision) ? minorOffences[provision] : undefined;
  if (listed === undefined) return "NOT_MINOR";
  if (listed === "ALL") return "MINOR";
  if (subsection === null || subsection === undefined) return "UNKNOWN";
  return listed.includes(subsection) ? "MINOR" : "NOT_MINOR";
}

/** Whether there are proceedings that the counter-exceptions can turn. */
function hasQualified({ proceedings }: ConsentQuestion): boolean {
  return proceedings.some(({ provision }) => provision === null || !ownExceptions.includes(provision));
}
