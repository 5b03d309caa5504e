import type { Faker } from "@faker-js/faker";
import type { Blueprint, BlueprintCase } from "../../population/Blueprint.ts";
import { addDays } from "../../shell/calendar/addDays.ts";
import { daysBetween } from "../../shell/calendar/daysBetween.ts";
import { opaqueId } from "../../shell/opaqueId.ts";
import { catalogues } from "../catalogue/catalogues.ts";
import { assess } from "../engine/assess.ts";
import type { Recording } from "../recordedRow.ts";
import { drawReducedFacts } from "./drawReducedFacts.ts";
import { showcaseCases, showcaseFacts } from "./showcaseFacts.ts";

/** The RRK that tries the assessment out: the others keep none. */
const pilotOffice = "RRK_MUENSTER";
/** First day of the pilot. */
const pilotBegin = "2026-03-01";
/** Share of its cases that have been assessed. Invented. */
const recordedShare = 0.65;
const staffMax = 12;
/** The showcase assessment is so many days old: recent enough to be used. */
const showcaseAgeDays = 14;

/** An assessment that was kept for the case on an earlier day, by the real engine; null for a case without one. */
export function drawRecording(faker: Faker, blueprint: Blueprint, agreed: BlueprintCase): Recording | null {
  const { personRef, date } = blueprint;
  const { caseRef, rrk, openedOn, closedOn } = agreed;
  const first = openedOn > pilotBegin ? openedOn : pilotBegin;
  const last = closedOn !== null && closedOn < date ? closedOn : date;
  const drawn = faker.datatype.boolean(recordedShare);
  const isShowcase = caseRef === showcaseCases.recorded;
  const isNone = caseRef === showcaseCases.notYetAssessed;
  if (rrk !== pilotOffice || first > last || isNone || !(drawn || isShowcase)) return null;
  const days = daysBetween(first, last);
  const on = isShowcase ? addDays(last, -showcaseAgeDays) : addDays(first, faker.number.int({ min: 0, max: days }));
  const catalogue = catalogues.inForce(on);
  if (catalogue === null) return null;
  const inputs = isShowcase ? showcaseFacts : drawReducedFacts(faker, blueprint, agreed, on);
  return {
    id: opaqueId("RA", caseRef),
    caseRef,
    personRef,
    office: rrk,
    assessment: assess(inputs, on, catalogue),
    inputs,
    recordedBy: `${rrk}-${String(faker.number.int({ min: 1, max: staffMax })).padStart(2, "0")}`,
    recordedAt: `${on}T09:00:00.000Z`,
  };
}
