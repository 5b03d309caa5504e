/**
 * What is wrong with a description, and how often among those with one thing wrong. Shares are invented, after what registers report most:
 * spelling first, then dates, then fields.
 */
export const errorClasses = {
  /** Another system of transliteration, or umlauts written out. */
  TRANSLITERATION: 22,
  /** Diacritics dropped. */
  DIACRITICS: 12,
  /** A slip of the finger in one of the names. */
  TYPO: 16,
  /** One of several names left out or added. */
  NAME_PART: 12,
  /** Another family name, by marriage; half of them with the name at birth beside it. */
  NAME_CHANGE: 4,
  /** Family and given names in each other's field. */
  NAME_ORDER: 5,
  /** Day and month swapped. */
  BIRTH_SWAP: 4,
  /** One digit wrong, or two swapped. */
  BIRTH_SLIP: 6,
  /** 1 January for a day that is not known. */
  BIRTH_DEFAULT: 5,
  /** Year and month, or the year alone. */
  BIRTH_PARTIAL: 6,
  /** No date of birth. */
  BIRTH_MISSING: 3,
  /** Place of birth missing, or another. */
  PLACE: 10,
} as const;

export type ErrorClass = keyof typeof errorClasses;
