/** Levels of a name that tell by which system it was written. */
export const togetherLevels = ["EXACT", "VARIANT"] as const;

/**
 * How many times as often as by themselves these levels of the family name (outer) and the given name (inner) come together in one person. An
 * office that writes one name by another system writes both so: the second variant is no second thing that speaks against one person.
 */
export type Together = {
  readonly [F in (typeof togetherLevels)[number]]: { readonly [G in (typeof togetherLevels)[number]]: number };
};
