import { addDays } from "../../shell/calendar/addDays.ts";
import type { ConsentState, MeasureKind } from "../codes.ts";
import type { CaseDraft } from "./CaseDraft.ts";
import { dateBetween } from "./dateBetween.ts";

/** Where the consent of the prosecutor's office stands in a synthetic case. */
export interface DrawnConsent {
  readonly state: ConsentState;
  readonly office: string;
  readonly requestedOn: string | null;
  readonly answeredOn: string | null;
  readonly recordedOn: string;
  readonly plannedMeasure: MeasureKind;
}

/** Open requests are not older than this. */
const openRequestDaysMax = 45;

/** The consent as agreed; null where nothing was asked. */
export function drawConsent({ blueprint, agreed, dates, faker }: CaseDraft): DrawnConsent | null {
  if (agreed.consent === "NONE") return null;
  const from = dates.admittedOn ?? dates.checkedOn ?? dates.openedOn;
  const office = blueprint.prosecution;
  const plannedMeasure = faker.helpers.arrayElement(["EXPULSION_ORDER", "REMOVAL_PREPARATION"] as const);
  const common = { state: agreed.consent, office, plannedMeasure };
  if (agreed.consent === "NOT_REQUIRED") {
    return { ...common, requestedOn: null, answeredOn: null, recordedOn: dateBetween(faker, from, dates.activeUntil) };
  }
  if (agreed.consent === "REQUESTED") {
    const [, earliest = from] = [from, addDays(dates.activeUntil, -openRequestDaysMax)].sort();
    const requestedOn = dateBetween(faker, earliest, dates.activeUntil);
    return { ...common, requestedOn, answeredOn: null, recordedOn: requestedOn };
  }
  const requestedOn = dateBetween(faker, from, dates.activeUntil);
  const answeredOn = dateBetween(faker, requestedOn, dates.activeUntil);
  return { ...common, requestedOn, answeredOn, recordedOn: answeredOn };
}
