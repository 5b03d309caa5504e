import type { Faker } from "@faker-js/faker";
import type { Blueprint } from "../../population/Blueprint.ts";
import { addDays } from "../../shell/calendar/addDays.ts";
import { addMonths } from "../../shell/calendar/addMonths.ts";
import { daysBetween } from "../../shell/calendar/daysBetween.ts";
import { type ConvictionPlan, type DrawnConviction, drawConviction } from "./drawConviction.ts";

/** Youngest age in months at a judgment: criminal responsibility begins at 14 (§ 19 StGB), and a trial takes its time. */
const ageAtJudgmentMin = 15 * 12;
/** Judgments this many days before the date at most are usable whatever the sentence: the shortest term is five years. */
const recentDays: readonly [number, number] = [150, 1600];

/** Convictions of a synthetic person by the weight of the record (`Blueprint.conduct`). The hard cases of erasure are among them. */
export function drawConvictions(faker: Faker, blueprint: Blueprint): readonly DrawnConviction[] {
  return plans(faker, blueprint)
    .filter(({ judgedOn }) => judgedOn >= addMonths(blueprint.dateOfBirth, ageAtJudgmentMin))
    .toSorted((left, right) => left.judgedOn.localeCompare(right.judgedOn))
    .map((plan, index) => drawConviction(faker, blueprint, index + 1, plan));
}

function plans(faker: Faker, blueprint: Blueprint): readonly ConvictionPlan[] {
  switch (blueprint.conduct) {
    case "LIGHT":
      return lightRecord(faker, blueprint);
    case "SERIOUS":
      return seriousRecord(faker, blueprint);
    case "ERASABLE":
      return erasableRecord(faker, blueprint);
    default:
      return [];
  }
}

function lightRecord(faker: Faker, blueprint: Blueprint): readonly ConvictionPlan[] {
  const count = faker.number.int({ min: 1, max: 2 });
  const recent = faker.helpers.multiple(
    (): ConvictionPlan => ({
      gravity: "LIGHT",
      judgedOn: recentJudgment(faker, blueprint),
      fine: faker.datatype.boolean(0.85),
    }),
    { count },
  );
  const withoutStigma: ConvictionPlan = {
    gravity: "LIGHT",
    judgedOn: addMonths(blueprint.dateOfBirth, 17 * 12),
    stigmaRemoved: true,
  };
  const youngAdult = addMonths(blueprint.dateOfBirth, 22 * 12) > blueprint.date;
  const isPast = withoutStigma.judgedOn < addDays(blueprint.date, -400);
  return youngAdult && isPast && faker.datatype.boolean(0.3) ? [...recent, withoutStigma] : recent;
}

function seriousRecord(faker: Faker, blueprint: Blueprint): readonly ConvictionPlan[] {
  const inCustody = blueprint.custodyFrom !== null;
  const judgedOn = inCustody ? addDays(blueprint.custodyFrom, -45) : recentJudgment(faker, blueprint);
  const principal: ConvictionPlan = {
    gravity: "SERIOUS",
    judgedOn,
    monthsMin: inCustody ? servedMonths(blueprint) : 12,
    // A youth sentence that is suspended would be no serious record (§ 54 (2) No. 2 AufenthG).
    mayBeSuspended: !inCustody && addMonths(blueprint.dateOfBirth, 22 * 12) <= judgedOn,
  };
  const further = faker.helpers.multiple(
    (): ConvictionPlan => ({
      gravity: faker.datatype.boolean(0.4) ? "SERIOUS" : "LIGHT",
      judgedOn: recentJudgment(faker, blueprint),
      fine: true,
    }),
    { count: faker.number.int({ min: 0, max: 3 }) },
  );
  // Its own term would have run, but the later convictions hold it (§ 47 (3) BZRG).
  const held: ConvictionPlan = {
    gravity: "LIGHT",
    judgedOn: addDays(principal.judgedOn, -1700),
    fine: true,
    dayFinesMax: 90,
  };
  const open: ConvictionPlan = { gravity: "LIGHT", judgedOn: addDays(blueprint.date, -40), fine: true, final: false };
  return [
    principal,
    ...further,
    ...(faker.datatype.boolean(0.15) ? [held] : []),
    ...(!inCustody && faker.datatype.boolean(0.05) ? [open] : []),
  ];
}

/** Small fines whose five years have run, for one entry or for both together. */
function erasableRecord(faker: Faker, { date }: Blueprint): readonly ConvictionPlan[] {
  const last = addDays(addMonths(date, -60), -faker.number.int({ min: 1, max: 1200 }));
  const count = faker.number.int({ min: 1, max: 2 });
  return [last, addDays(last, -faker.number.int({ min: 90, max: 900 }))]
    .slice(0, count)
    .map((judgedOn) => ({ gravity: "LIGHT", judgedOn, fine: true, dayFinesMax: 90 }));
}

function recentJudgment(faker: Faker, { date, custodyFrom, dateOfBirth }: Blueprint): string {
  const [min, max] = recentDays;
  const drawn = addDays(date, -faker.number.int({ min, max }));
  const beforeCustody = custodyFrom === null || drawn < custodyFrom ? drawn : addDays(custodyFrom, -90);
  const responsible = addMonths(dateOfBirth, ageAtJudgmentMin);
  const latestPossible = addDays(date, -70);
  return beforeCustody < responsible && responsible <= latestPossible ? responsible : beforeCustody;
}

/** Months of the term that the person serves; long enough that it is not over before the custody. */
function servedMonths({ custodyFrom, custodyUntil }: Blueprint): number {
  if (custodyFrom === null || custodyUntil === null) return 12;
  return Math.max(12, Math.ceil(daysBetween(custodyFrom, custodyUntil) / 30) + 2);
}
