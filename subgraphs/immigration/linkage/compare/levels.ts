/**
 * How far two descriptions agree, field by field. Each field has one level; `MISSING` says nothing for or against. The order of a list is from
 * the strongest agreement to none.
 */
export const levels = {
  /**
   * EXACT but for diacritics; VARIANT in transliteration; PART: one has more parts, and both begin alike; LATER_PART: the parts of one
   * are among those of the other, and stand elsewhere; CLOSE but for a slip; ALIKE in sound; DIFFERENT.
   */
  family: ["EXACT", "VARIANT", "PART", "LATER_PART", "CLOSE", "ALIKE", "DIFFERENT"],
  given: ["EXACT", "VARIANT", "PART", "LATER_PART", "CLOSE", "ALIKE", "DIFFERENT"],
  /**
   * PARTIAL: one side knows less, and what both know agrees to the month; YEAR_KNOWN: to the year, of which alone one side knows; SWAPPED: day and
   * month; DEFAULTED: the same year, and 1 January on one side, as where the day is not known; SLIP: one digit, or two that changed places;
   * SAME_YEAR.
   */
  birth: ["EXACT", "PARTIAL", "YEAR_KNOWN", "SWAPPED", "DEFAULTED", "SLIP", "SAME_YEAR", "DIFFERENT"],
  place: ["EXACT", "CLOSE", "DIFFERENT"],
  /** Whether family and given names stand in the same fields, or have changed places. */
  order: ["STRAIGHT", "SWAPPED"],
} as const;

export type FieldName = keyof typeof levels;
export type Level<F extends FieldName> = (typeof levels)[F][number] | "MISSING";
/** Level of each field. */
export type Comparison = { readonly [F in FieldName]: Level<F> };
