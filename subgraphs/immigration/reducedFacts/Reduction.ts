import type { FactRow } from "../../shell/presentFact.ts";
import type { ResidenceRecord } from "./ResidenceRecord.ts";

/** A class, and the rows it rests on: none where the file holds nothing of the kind. */
export interface Reduced {
  readonly value: string;
  readonly restsOn: readonly FactRow[];
}

/** Reduces a record to one class; null where the record does not tell. */
export type Reduction = (record: ResidenceRecord) => Reduced | null;
