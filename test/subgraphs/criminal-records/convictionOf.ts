import type { Conviction, Offence } from "../../../subgraphs/criminal-records/records/Conviction.ts";
import { entryOf } from "./entryOf.ts";

/** Particulars of a conviction; `offence` of its one offence. */
export interface ConvictionParticulars extends Partial<Omit<Conviction, "offences" | "provisions">> {
  readonly offence?: Partial<Offence>;
}

const provenance = {
  personRef: "P-1",
  version: 1,
  sourceOffice: "STA_R2700S",
  sourceFileRef: "1 Js 1/21",
  recordedAt: "2021-03-15T08:00:00Z",
  lastChangedAt: "2021-03-15T08:00:00Z",
  deleteBy: null,
  label: null,
  kind: "FACT",
  evidenceHolder: null,
  subjectCategory: "CONVICTED",
  restricted: false,
  legalBasis: "§ 87 (4) AufenthG",
  tag: "tag",
} as const;

/** A usable conviction for one intentional offence of 1 December 2020: theft, 60 day fines, unless said otherwise. */
export function convictionOf({ offence, ...particulars }: ConvictionParticulars): Conviction {
  const factId = particulars.factId ?? "CV-1";
  const provision = offence?.provision ?? "§ 242 StGB";
  const entry = entryOf({ penalty: particulars.penalty ?? "FINE", provisions: [provision] });
  return {
    factId,
    ...provenance,
    eventDate: entry.firstJudgmentOn,
    court: "Amtsgericht Münster",
    courtFileRef: "2 Ds 1/21",
    decidedOn: entry.firstJudgmentOn,
    years: null,
    months: null,
    weeks: null,
    days: null,
    inhumaneMotiveFound: false,
    erasableFrom: null,
    ...entry,
    measures: [],
    ...particulars,
    provisions: [provision],
    offences: [
      {
        convictionId: factId,
        number: 1,
        personRef: "P-1",
        designation: "Diebstahl",
        committedOn: "2020-12-01",
        intentional: true,
        weapon: false,
        violence: false,
        serial: false,
        ...offence,
        provision,
      },
    ],
  };
}
