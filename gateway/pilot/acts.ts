/** Acts of the pilot that are steps of a case, with the mean minutes that they are assumed to take a member of an RRK; null: another office acts. */
export const acts = {
  propose: null,
  check: 35,
  decide: 25,
  confirm: 12,
  assign: 5,
  handOver: 30,
  conference: 90,
  addMeasure: 15,
  reportMeasure: null,
  requestConsent: 12,
  answerConsent: null,
  setDeadline: 6,
  suspend: 8,
  resume: 8,
  close: 25,
} as const;

export type Act = keyof typeof acts;

/** Minutes more that the check takes where IRIS is run with it. */
export const assessmentMinutes = 10;
