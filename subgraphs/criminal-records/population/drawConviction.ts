import type { Faker } from "@faker-js/faker";
import type { InferInsertModel } from "drizzle-orm";
import type { Blueprint } from "../../population/Blueprint.ts";
import { addDays } from "../../shell/calendar/addDays.ts";
import { addMonths } from "../../shell/calendar/addMonths.ts";
import { changedOn } from "../../shell/changedOn.ts";
import { opaqueId } from "../../shell/opaqueId.ts";
import type { conviction, offence } from "../tables.ts";
import { courtOf } from "./courtOf.ts";
import { drawSentence, type Sentence, type SentenceBounds } from "./drawSentence.ts";
import { type CatalogueOffence, offenceCatalogue } from "./offenceCatalogue.ts";
import { provenance } from "./provenance.ts";

/** A conviction to be drawn. */
export interface ConvictionPlan extends Partial<Omit<SentenceBounds, "age">> {
  readonly gravity: CatalogueOffence["gravity"];
  readonly judgedOn: string;
  /** False: still open to appeal on the date of the population. */
  readonly final?: boolean;
  /** Youth sentence whose stigma the judge removed since. */
  readonly stigmaRemoved?: boolean;
}

type OffenceRow = InferInsertModel<typeof offence>;

/** A conviction with its offences, as rows. */
export interface DrawnConviction {
  readonly conviction: InferInsertModel<typeof conviction>;
  readonly offences: readonly OffenceRow[];
}

/**
 * Rows of one synthetic conviction.
 *
 * @param number counts the person's convictions from 1
 */
export function drawConviction(
  faker: Faker,
  blueprint: Blueprint,
  number: number,
  plan: ConvictionPlan,
): DrawnConviction {
  const { personRef, prosecution, date } = blueprint;
  const offence = faker.helpers.arrayElement(offenceCatalogue.filter(({ gravity }) => gravity === plan.gravity));
  const committedOn = addDays(plan.judgedOn, -faker.number.int({ min: 70, max: 300 }));
  const age = ageOn(blueprint.dateOfBirth, committedOn);
  const sentence = drawSentence(faker, offence, { ...unbounded, ...plan, age });
  const { sentenceMonths, ...columns } = sentence;
  const finalOn = addDays(plan.judgedOn, faker.number.int({ min: 8, max: 60 }));
  const settledOn = settlement(sentence, finalOn);
  const factId = opaqueId("CV", `${personRef} ${number}`);
  const sourceFileRef = drawFileRef(faker, committedOn.slice(2, 4));
  const conviction = {
    ...provenance({
      factId,
      personRef,
      sourceOffice: prosecution,
      sourceFileRef,
      eventDate: plan.judgedOn,
      subjectCategory: "CONVICTED",
      legalBasis: "§ 41 (1) No. 7 BZRG, § 87 (4) AufenthG",
    }),
    ...columns,
    court: courtOf(prosecution, sentenceMonths),
    courtFileRef: `${faker.number.int({ min: 2, max: 60 })} ${sentenceMonths > 24 ? "Ls" : "Ds"} ${sourceFileRef}`,
    firstJudgmentOn: plan.judgedOn,
    decidedOn: plan.judgedOn,
    finalOn: (plan.final ?? true) && finalOn <= date ? finalOn : null,
    stigmaRemovedOn: plan.stigmaRemoved ? addDays(date, -faker.number.int({ min: 30, max: 300 })) : null,
    enforcementSettledOn: settledOn <= date ? settledOn : null,
  };
  const { stigmaRemovedOn, enforcementSettledOn } = conviction;
  return {
    conviction: changedOn(conviction, [conviction.finalOn, stigmaRemovedOn, enforcementSettledOn]),
    offences: [drawOffence(faker, offence, { convictionId: factId, number: 1, personRef, committedOn })],
  };
}

/** Js file reference of the prosecutor's office. */
function drawFileRef(faker: Faker, year: string): string {
  return `${faker.number.int({ min: 100, max: 999 })} Js ${faker.number.int({ min: 1, max: 1999 })}/${year}`;
}

function drawOffence(
  faker: Faker,
  { provision, designation, intentional, violence, weaponShare, serialShare }: CatalogueOffence,
  place: Pick<OffenceRow, "convictionId" | "number" | "personRef" | "committedOn">,
): OffenceRow {
  const weapon = faker.datatype.boolean(weaponShare);
  return {
    ...place,
    provision,
    designation,
    intentional,
    violence,
    weapon,
    serial: faker.datatype.boolean(serialShare),
  };
}

const unbounded = { fine: false, dayFinesMax: 360, monthsMin: 1, mayBeSuspended: true } as const;

/** A fine is paid within half a year, a suspended sentence remitted after three years, any other served. */
function settlement({ penalty, suspended, sentenceMonths, weeks }: Sentence, finalOn: string): string {
  if (penalty === "FINE") return addMonths(finalOn, 6);
  return suspended ? addMonths(finalOn, 36) : addDays(addMonths(finalOn, sentenceMonths), (weeks ?? 0) * 7);
}

function ageOn(dateOfBirth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(dateOfBirth.slice(0, 4));
  return day.slice(5) < dateOfBirth.slice(5) ? years - 1 : years;
}
