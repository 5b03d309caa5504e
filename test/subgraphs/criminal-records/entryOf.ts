import type { RegisterEntry } from "../../../subgraphs/criminal-records/erasure/RegisterEntry.ts";

/** A register entry: a fine of 60 day fines of 15 March 2021, final and paid that year, unless said otherwise. */
export function entryOf(particulars: Partial<RegisterEntry>): RegisterEntry {
  return {
    firstJudgmentOn: "2021-03-15",
    finalOn: particulars.firstJudgmentOn ?? "2021-04-01",
    penalty: "FINE",
    lifeSentence: false,
    sentenceMonths: 0,
    sentenceDays: 0,
    dayFines: (particulars.penalty ?? "FINE") === "FINE" ? 60 : null,
    suspended: false,
    remainderSuspended: false,
    suspensionRevokedOn: null,
    remainderRemittedOn: null,
    stigmaRemovedOn: null,
    measures: [],
    enforcementSettledOn: particulars.firstJudgmentOn ?? "2021-10-01",
    provisions: ["§ 242 StGB"],
    ...particulars,
  };
}
