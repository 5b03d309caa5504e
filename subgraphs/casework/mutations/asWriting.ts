import type { GrantView } from "../../shell/grantView.ts";

/** The grant with its entries for writing in the place of those for reading, for predicates on rows that are to be written. */
export function asWriting(grant: GrantView): GrantView {
  return { ...grant, reading: grant.writing };
}
