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
  readonly tag: string;
}

/** What the gateway writes down of a fact's version from which it discloses: `factId@version~tag`. */
export function factReference({ factId, version, tag }: Pick<FactRow, "factId" | "version" | "tag">): string {
  return `${factId}@${version}~${tag}`;
}

/** Versions behind a reduced fact, each as `factId@version` in order, and their tags in the same order. */
export function presentReferences(rows: readonly Pick<FactRow, "factId" | "version" | "tag">[]) {
  const named = rows.map(({ factId, version, tag }) => ({ reference: `${factId}@${version}`, tag }));
  const sorted = named.sort((left, right) => (left.reference < right.reference ? -1 : 1));
  return { references: sorted.map(({ reference }) => reference), tags: sorted.map(({ tag }) => tag) };
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
