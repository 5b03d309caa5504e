import { conviction, custody, investigation } from "../tables.ts";
import type { ConductRecords } from "./ConductRecords.ts";

const penalties: readonly string[] = conviction.penalty.enumValues;
const measures: readonly string[] = [
  "PREVENTIVE_DETENTION",
  "PSYCHIATRIC_HOSPITAL",
  "ADDICTION_CLINIC",
  "LICENCE_BAN_FOR_EVER",
  "OCCUPATION_BAN_FOR_EVER",
  "OTHER",
];
const states: readonly string[] = investigation.state.enumValues;
const waivers: readonly string[] = custody.waiver456a.enumValues;

/** Rows that are on file and cannot be: storage refuses them, and what came before it does is not guessed at. */
export const unreadableRows = {
  /** Of a penalty on no list, of a length that cannot be, or decided in an order that cannot be. */
  convictions: ({ convictions, date }: ConductRecords) =>
    convictions.filter(
      (row) =>
        !penalties.includes(row.penalty) ||
        row.measures.some((each) => !measures.includes(each)) ||
        [row.years, row.months, row.weeks, row.days].some((length) => (length ?? 0) < 0) ||
        row.sentenceMonths < 0 ||
        (row.penalty === "FINE" && !((row.dayFines ?? 0) > 0)) ||
        row.decidedOn < row.firstJudgmentOn ||
        (row.finalOn !== null && row.finalOn < row.firstJudgmentOn) ||
        row.decidedOn > date,
    ),
  /** The judgment is older than the offence: one of the dates is wrong. */
  beforeTheirOffence: ({ convictions }: ConductRecords) =>
    convictions.filter(({ firstJudgmentOn, offences }) =>
      offences.some(({ committedOn }) => committedOn > firstJudgmentOn),
    ),
  investigations: ({ investigations }: ConductRecords) => investigations.filter(({ state }) => !states.includes(state)),
  custodies: ({ custodies }: ConductRecords) =>
    custodies.filter(
      ({ waiver456a, begunOn, endedOn, expectedEnd, halfTerm }) =>
        !waivers.includes(waiver456a) || [endedOn, expectedEnd, halfTerm].some((day) => day !== null && day < begunOn),
    ),
  listings: ({ listings }: ConductRecords) =>
    listings.filter(({ listedOn, lastReviewedOn }) => lastReviewedOn !== null && lastReviewedOn < listedOn),
} as const;
