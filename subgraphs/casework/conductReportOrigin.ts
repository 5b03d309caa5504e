import { policeLabel } from "./policeLabel.ts";

/** The part of a conduct report's provenance that follows from the office which reported it. */
export function conductReportOrigin(sourceOffice: string) {
  return {
    sourceOffice,
    label: policeLabel(sourceOffice),
    kind: "ASSESSMENT" as const,
    evidenceHolder: sourceOffice,
    subjectCategory: "OTHER" as const,
    legalBasis: "§ 86 AufenthG",
  };
}
