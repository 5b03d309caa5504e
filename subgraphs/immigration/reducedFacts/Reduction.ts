import type { FactRow } from "../../shell/presentFact.ts";
import type { ResidenceRecord } from "./ResidenceRecord.ts";

/** A class, and the rows it rests on: none where the file holds nothing of the kind. */
export interface Reduced {
  readonly value: string;
  readonly restsOn: readonly FactRow[];
}

/**
 * Reduces a record to one class. None: the record does not tell. Several: rows of one day contradict each other, and which is right
 * is not for a program to guess. The order of the rows does not matter.
 */
export type Reduction = (record: ResidenceRecord) => readonly Reduced[];
