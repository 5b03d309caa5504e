import type { PreparedPerson } from "./compare/PreparedPerson.ts";
import { cologneCode } from "./names/cologneCode.ts";
import type { PreparedName } from "./names/PreparedName.ts";

/** Most parts of a name, and most readings of a part, that keys are made of. */
const partsMax = 3;
const readingsMax = 4;

/**
 * Keys of which two persons must share one to be compared at all. Each lets something be wrong that the others do not:
 *
 * - `Y`, year of birth and a family name as it sounds: day and month, 1 January for an unknown day, and given names may be wrong;
 * - `D`, date of birth and any name as it sounds: one of the names may be wrong, or family and given names have changed places;
 * - `N`, family and given name as they sound, in either order: the date of birth may be wrong or missing.
 *
 * A name sounds as Kölner Phonetik has it, and by its consonants in each system of transliteration that could have written it.
 */
export function blockingKeys({ familyNames, givenNames, dateOfBirth }: PreparedPerson): readonly string[] {
  const family = new Set(familyNames.flatMap(codesOf));
  const given = new Set(givenNames === null ? [] : codesOf(givenNames));
  const year = dateOfBirth?.slice(0, 4) ?? null;
  const keys = [
    ...(year === null ? [] : [...family].map((code) => `Y${year}${code}`)),
    ...datesOf(dateOfBirth).flatMap((date) => [...family, ...given].map((code) => `D${date}${code}`)),
    ...familyNames.flatMap((name) => (givenNames === null ? [] : namePairs(name, givenNames))),
  ];
  return [...new Set(keys)];
}

/** The date, and the one that swaps its day and month: both sides give both, so that they meet. */
function datesOf(date: string | null): readonly string[] {
  if (date === null || date.length < 10) return [];
  const [year, month, day] = date.split("-");
  return Number(day) > 12 || day === month ? [date] : [date, `${year}-${day}-${month}`];
}

function codesOf({ parts, folded, cologne, readings }: PreparedName): readonly string[] {
  const used = parts.length === 1 ? parts : [...parts.slice(0, partsMax), { folded, readings }];
  return [
    `=${cologne}`,
    ...used.flatMap((part) =>
      [...part.readings.vowelsOf.keys()].slice(0, readingsMax).map((consonants) => `~${consonants}`),
    ),
  ];
}

function namePairs(family: PreparedName, given: PreparedName): readonly string[] {
  return soundsOf(family).flatMap((one) =>
    soundsOf(given).map((other) => (one < other ? `N${one}+${other}` : `N${other}+${one}`)),
  );
}

function soundsOf({ parts, cologne }: PreparedName): readonly string[] {
  const sounds = parts.length === 1 ? [] : parts.slice(0, partsMax).map(({ folded }) => cologneCode(folded));
  return [...new Set([cologne, ...sounds])];
}
