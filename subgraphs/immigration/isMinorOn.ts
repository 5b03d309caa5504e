/** Age from which a person is of age (§ 2 BGB), in years. */
const ageOfMajorityYears = 18;

/**
 * Whether a person is under 18 on a date. Born on 29 February: of age from 1 March in a year without that day (§ 188 (2) BGB).
 *
 * @param dateOfBirth `YYYY-MM-DD`, or the part of it that is known: `YYYY-MM` or `YYYY`; null where unknown
 * @returns null where the date of birth is unknown, or what is known of it does not tell
 */
export function isMinorOn(date: string, dateOfBirth: string | null): boolean | null {
  if (dateOfBirth === null) return null;
  const year = Number(dateOfBirth.slice(0, 4)) + ageOfMajorityYears;
  const birthday = `${String(year).padStart(4, "0")}${dateOfBirth.slice(4)}`;
  const known = date.slice(0, birthday.length);
  return known === birthday && known.length < date.length ? null : known < birthday;
}
