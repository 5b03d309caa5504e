import type { Faker } from "@faker-js/faker";
import type { InferInsertModel } from "drizzle-orm";
import type { conviction } from "../tables.ts";
import type { CatalogueOffence } from "./offenceCatalogue.ts";

/** The columns of a sentence. */
export type Sentence = Required<
  Pick<
    InferInsertModel<typeof conviction>,
    "penalty" | "years" | "months" | "weeks" | "days" | "dayFines" | "suspended"
  >
> & { readonly sentenceMonths: number };

/** What bounds the draw. */
export interface SentenceBounds {
  /** Age at the offence in full years: under 18 there are no fines and no imprisonment (§§ 5, 17 JGG). */
  readonly age: number;
  readonly fine: boolean;
  readonly dayFinesMax: number;
  readonly monthsMin: number;
  readonly mayBeSuspended: boolean;
}

/** Longest sentence that can be suspended, § 56 (2) StGB, § 21 (2) JGG. */
const suspendedMonthsMax = 24;
/** Shortest youth sentence, § 18 (1) JGG. */
const youthMonthsMin = 6;

/** Share of the terms under one year, which § 39 StGB measures in weeks too, that are no full months. Invented. */
const weeksShare = 0.2;

/** A sentence within the range of the offence. */
export function drawSentence(faker: Faker, offence: CatalogueOffence, bounds: SentenceBounds): Sentence {
  const youth = bounds.age < 18 || (bounds.age < 21 && faker.datatype.boolean(0.6));
  const suspensionDrawn = faker.datatype.boolean(0.7);
  if (bounds.fine && offence.dayFines !== undefined && !youth) {
    const [min, max] = offence.dayFines;
    const dayFines = Math.min(faker.number.int({ min: min / 5, max: max / 5 }) * 5, bounds.dayFinesMax);
    const noTerm = { years: null, months: null, weeks: null, days: null, sentenceMonths: 0 };
    return { ...noTerm, penalty: "FINE", dayFines, suspended: false };
  }
  const [min, max] = offence.months;
  const drawn = Math.max(faker.number.int({ min, max }), bounds.monthsMin, youth ? youthMonthsMin : 1);
  return {
    penalty: youth ? "YOUTH_SENTENCE" : "IMPRISONMENT",
    years: Math.floor(drawn / 12),
    months: drawn % 12,
    weeks: !youth && drawn < 11 && faker.datatype.boolean(weeksShare) ? faker.number.int({ min: 1, max: 3 }) : 0,
    days: 0,
    dayFines: null,
    suspended: bounds.mayBeSuspended && drawn <= suspendedMonthsMax && suspensionDrawn,
    sentenceMonths: drawn,
  };
}
