/**
 * Where a name comes from. It is known here alone, to see whether linkage works as well for one as for another: no description, no table and no
 * weight of the system knows it.
 */
export const origins = [
  "GERMAN",
  "TURKISH",
  "ARABIC",
  "PERSIAN",
  "EAST_SLAVIC",
  "SOUTH_SLAVIC",
  "WEST_AFRICAN",
  "VIETNAMESE",
] as const;

export type Origin = (typeof origins)[number];
