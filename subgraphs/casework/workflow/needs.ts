/** What a transition can ask for, in words. Where each is tested stands in `takeStep.ts`, or in the mutation that reads the input. */
export const needs = {
  NAMED_PERSON: "a named person acts",
  REASON: "a reason (Begründung)",
  PERSON_IN_REACH: "a person within reach, without an open case at the same RRK that the proposer sees",
  DOCUMENTED_EVENTS: "on the ground of social conduct: documented events from the closed list",
  COMPLETE_PROPOSAL: "every part of the proposal found present; on the ground of social conduct a confirmed event",
  ONE_PERSON_SUFFICES: "a ground on which one person decides",
  SECOND_PERSON_ASKED: "a ground that rests on assessments",
  SECOND_PERSON: "another person than the one who decided",
  OTHER_RRK: "another RRK",
  OUTCOME: "an outcome from the closed list",
  NO_OTHER_CASE: "no other open case of the person at the RRK that the requester sees",
  ACTING_OFFICE: "an office that carries out measures, and a day that has not passed",
  PROSECUTION_OFFICE: "a prosecutor's office without an open request in the case",
  NO_REASON_FOR_CONSENT: "answers of which none fits a row of the table for § 72 (4) AufenthG; what is unknown fits",
  OPEN_MEASURE: "an open measure of the own office, or of any in an own case",
  PERIOD: "a kind of deadline, the day of the event, and the length of the period",
  MINUTES: "participants by office, an agenda, a resolution",
  OPEN_REQUEST: "an open request to the own office",
} as const;

export type Need = keyof typeof needs;
