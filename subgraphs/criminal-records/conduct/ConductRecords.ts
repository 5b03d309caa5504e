import type { Conviction } from "../records/Conviction.ts";
import type { Custody } from "../records/loadCustodies.ts";
import type { Investigation } from "../records/loadInvestigations.ts";
import type { RepeatOffenderListing } from "../records/loadRepeatOffenderListings.ts";

/** What reduced facts about one person are drawn from, all of it fit for use on `date`. */
export interface ConductRecords {
  readonly date: string;
  readonly convictions: readonly Conviction[];
  readonly investigations: readonly Investigation[];
  readonly custodies: readonly Custody[];
  readonly listings: readonly RepeatOffenderListing[];
}
