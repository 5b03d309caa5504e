import type { Band, Bilingual } from "../subgraphs/scoring/catalogue/Catalogue.ts";

/** The bands as a scale of attention, lowest first: the worklist's order, read backwards. */
export const bandScale: readonly Band[] = ["NO_PROPOSAL", "LEGAL_EXAMINATION_FIRST", "REGULAR", "PRIORITY"];

/** Names of the bands. */
export const bandNames: Readonly<Record<Band, Bilingual>> = {
  NO_PROPOSAL: { de: "kein Aufnahmevorschlag", en: "no admission proposed" },
  LEGAL_EXAMINATION_FIRST: { de: "rechtliche Prüfung zuerst", en: "legal examination first" },
  REGULAR: { de: "regulär prüfen", en: "to be examined in the regular course" },
  PRIORITY: { de: "vorrangig prüfen", en: "to be examined with priority" },
};

/** Whether the band proposes that the person be examined for admission. */
export function isProposing(band: Band | null): boolean {
  return band === "PRIORITY" || band === "REGULAR";
}
