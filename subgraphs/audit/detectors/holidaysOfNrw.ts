/** Days after Easter Sunday: Good Friday, Easter Monday, Ascension Day, Whit Monday, Corpus Christi. */
const aroundEaster = [-2, 1, 39, 50, 60] as const;
const fixed = ["01-01", "05-01", "10-03", "11-01", "12-25", "12-26"] as const;
const dayMilliseconds = 86_400_000;

/**
 * Public holidays of North Rhine-Westphalia (§ 2 Feiertagsgesetz NW) that can fall on a working day, as `YYYY-MM-DD`. Easter, Whitsun and
 * other Sundays are no working days anyway.
 */
export function holidaysOfNrw(year: number): readonly string[] {
  const easter = easterSunday(year);
  const movable = aroundEaster.map((days) => new Date(easter + days * dayMilliseconds).toISOString().slice(0, 10));
  return [...fixed.map((day) => `${year}-${day}`), ...movable].sort();
}

/** Easter by the Gregorian reckoning (Meeus, Jones, Butcher), in milliseconds since 1970. */
function easterSunday(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moonShift = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const day = epact + toSunday - 7 * correction + 114;
  return Date.UTC(year, Math.floor(day / 31) - 1, (day % 31) + 1);
}
