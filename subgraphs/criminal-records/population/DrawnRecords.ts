import type { InferInsertModel } from "drizzle-orm";
import type * as tables from "../tables.ts";

/** All rows of one synthetic person. */
export interface DrawnRecords {
  /** Date of the population. */
  readonly date: string;
  readonly convictions: readonly InferInsertModel<typeof tables.conviction>[];
  readonly offences: readonly InferInsertModel<typeof tables.offence>[];
  readonly investigations: readonly InferInsertModel<typeof tables.investigation>[];
  readonly custodies: readonly InferInsertModel<typeof tables.custody>[];
  readonly wantedNotices: readonly InferInsertModel<typeof tables.wantedNotice>[];
  readonly findings: readonly InferInsertModel<typeof tables.policeFinding>[];
  readonly listings: readonly InferInsertModel<typeof tables.repeatOffenderListing>[];
}
