import { offices } from "../../schema/offices.ts";

/** Label that police data carry on every transfer (§ 22b PolG NRW). */
const policeLabel = "Kennzeichnung § 22b PolG NRW: Gefahrenabwehr; offene Erhebung; betroffene Person";

/** The part of a conduct report's provenance that follows from the office which reported it. */
export function conductReportOrigin(sourceOffice: string) {
  const kind = offices.get(sourceOffice)?.kind;
  return {
    sourceOffice,
    label: kind === "POLICE" || kind === "LKA" ? policeLabel : null,
    kind: "ASSESSMENT" as const,
    evidenceHolder: sourceOffice,
    subjectCategory: "OTHER" as const,
    legalBasis: "§ 86 AufenthG",
  };
}
