import { offices } from "../../schema/offices.ts";

/** A row of a table with `factColumns`. */
export interface FactRow {
  readonly factId: string;
  readonly version: number;
  readonly sourceOffice: string;
  readonly sourceFileRef: string;
  readonly eventDate: string;
  readonly recordedAt: string;
  readonly lastChangedAt: string;
  readonly deleteBy: string | null;
  readonly label: string | null;
  readonly kind: "FACT" | "ASSESSMENT";
  readonly evidenceHolder: string | null;
  readonly subjectCategory: "CONVICTED" | "SUSPECTED" | "OTHER";
  readonly restricted: boolean;
  readonly legalBasis: string;
}

/** An office as the contract's `Office` has it; null for null. Ids of the store are always known. */
export function presentOffice(id: string | null): { readonly id: string; readonly name: string } | null {
  return id === null ? null : { id, name: offices.get(id)?.name ?? id };
}

/** The provenance of a fact as the contract's `Provenance` has it. */
export function presentProvenance(row: FactRow) {
  return {
    factId: row.factId,
    version: row.version,
    sourceOffice: presentOffice(row.sourceOffice),
    sourceFileRef: row.sourceFileRef,
    eventDate: row.eventDate,
    recordedAt: row.recordedAt,
    lastChangedAt: row.lastChangedAt,
    deleteBy: row.deleteBy,
    label: row.label,
    kind: row.kind,
    evidenceHolder: presentOffice(row.evidenceHolder),
    subjectCategory: row.subjectCategory,
    restricted: row.restricted,
    legalBasis: row.legalBasis,
  };
}
