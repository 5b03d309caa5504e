import type { FactRow } from "../../../subgraphs/shell/presentFact.ts";

/** The provenance of a fact of a test, about a person and on a date. */
export function givenFact(
  personRef: string,
  factId: string,
  eventDate: string,
): FactRow & { readonly personRef: string } {
  return {
    factId,
    personRef,
    version: 1,
    sourceOffice: "ABH_05554",
    sourceFileRef: "ABH-BOR-1",
    eventDate,
    recordedAt: `${eventDate}T12:00:00.000Z`,
    lastChangedAt: `${eventDate}T12:00:00.000Z`,
    deleteBy: null,
    label: null,
    kind: "FACT",
    evidenceHolder: null,
    subjectCategory: "OTHER",
    restricted: false,
    legalBasis: "AufenthG",
    tag: `tag of ${factId}`,
  };
}
