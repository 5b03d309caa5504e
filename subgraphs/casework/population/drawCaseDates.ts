import type { Faker } from "@faker-js/faker";
import type { BlueprintCase } from "../../population/Blueprint.ts";
import { addDays } from "../../shell/calendar/addDays.ts";
import { dateBetween } from "./dateBetween.ts";

/** Days on which a case changed its state; null for a state it never reached. */
export interface CaseDates {
  readonly openedOn: string;
  readonly checkedOn: string | null;
  readonly admittedOn: string | null;
  readonly rejectedOn: string | null;
  readonly suspendedOn: string | null;
  readonly closedOn: string | null;
  /** Last day on which something can have happened in the case. */
  readonly activeUntil: string;
}

/** Longest check for completeness, in days. */
const checkDaysMax = 14;

/** Draws the days that the blueprint leaves open, so that all lie in order and none after the population's date. */
export function drawCaseDates(faker: Faker, agreed: BlueprintCase, date: string): CaseDates {
  const { openedOn, admittedOn, state } = agreed;
  const end = agreed.closedOn ?? date;
  const checkLatest = [addDays(openedOn, checkDaysMax), admittedOn ?? end, end].sort()[0] ?? end;
  const checkedOn = state === "PROPOSED" ? null : dateBetween(faker, openedOn, checkLatest);
  const suspendedOn = state === "SUSPENDED" ? dateBetween(faker, admittedOn ?? checkedOn ?? openedOn, end) : null;
  return {
    openedOn,
    checkedOn,
    admittedOn,
    rejectedOn: state === "REJECTED" ? end : null,
    suspendedOn,
    closedOn: state === "CLOSED" ? end : null,
    activeUntil: suspendedOn ?? end,
  };
}
