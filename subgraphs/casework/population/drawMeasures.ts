import type { Blueprint, BlueprintCase } from "../../population/Blueprint.ts";
import { addDays } from "../../shell/calendar/addDays.ts";
import { type MeasureKind, measureKinds } from "../codes.ts";
import type { CaseDraft } from "./CaseDraft.ts";
import { dateBetween } from "./dateBetween.ts";

/** Measure of a synthetic case. */
export interface DrawnMeasure {
  readonly addedOn: string;
  readonly kind: MeasureKind;
  readonly office: string;
  readonly dueOn: string;
  readonly state: "OPEN" | "DONE" | "CANCELLED";
}

const termDays = { min: 14, max: 60 };
/** Shares of measures whose day has passed; invented. */
const cancelledShare = 0.1;
const overdueShare = 0.1;

/** One to three measures, oldest first; none before admission. */
export function drawMeasures({ blueprint, agreed, dates, faker }: CaseDraft): readonly DrawnMeasure[] {
  const { admittedOn, activeUntil } = dates;
  if (admittedOn === null) return [];
  const kinds = faker.helpers.arrayElements(measureKinds, { min: 1, max: 3 });
  const drawn = kinds.map((kind): DrawnMeasure => {
    const addedOn = dateBetween(faker, admittedOn, activeUntil);
    const dueOn = addDays(addedOn, faker.number.int(termDays));
    return { addedOn, kind, office: officeFor(kind, blueprint, agreed), dueOn, state: stateOn(dueOn) };
  });
  return drawn.sort((left, right) => left.addedOn.localeCompare(right.addedOn));

  function stateOn(dueOn: string): DrawnMeasure["state"] {
    if (agreed.closedOn === null && dueOn >= blueprint.date) return "OPEN";
    if (faker.datatype.boolean(cancelledShare)) return "CANCELLED";
    return agreed.closedOn === null && faker.datatype.boolean(overdueShare) ? "OPEN" : "DONE";
  }
}

function officeFor(kind: MeasureKind, { competentAuthority }: Blueprint, { zab }: BlueprintCase): string {
  return kind === "SUBSTITUTE_DOCUMENT" || kind === "RETURN_ADVICE" || kind === "REMOVAL_PREPARATION"
    ? zab
    : competentAuthority;
}
