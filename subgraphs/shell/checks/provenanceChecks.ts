import type { AnyColumn } from "drizzle-orm";
import { oneOf } from "./oneOf.ts";

/** The provenance of a fact names what the contract knows. Part of every table with `factColumns`. */
export function provenanceChecks(
  table: string,
  columns: { readonly kind: AnyColumn; readonly subjectCategory: AnyColumn },
) {
  return [oneOf(`${table}_provenance_kind`, columns.kind), oneOf(`${table}_subject_category`, columns.subjectCategory)];
}
