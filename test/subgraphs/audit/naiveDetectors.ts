/** An access as the contract tells of it. */
export interface NaiveAccess {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly office: string;
  readonly purpose: string | null;
  readonly outcome: string;
  readonly subjects: readonly { readonly personRef: string | null; readonly disclosures: readonly unknown[] }[];
}

export interface NaiveFinding {
  readonly id: string;
  readonly judged: readonly NaiveAccess[];
  readonly found: readonly NaiveAccess[];
}

interface StaffEntry {
  readonly staff: string;
  readonly office: string;
  readonly personRef: string;
}

const hourMilliseconds = 3_600_000;
const shiftWorkers = /^(POLICE|LKA|STA_|JVA|SUBJECT|DPO|COUNSEL)/;
/** Holidays of North Rhine-Westphalia in the years that tests speak of, from the published calendar. */
export const publishedHolidays: readonly string[] =
  "2025-01-01 2025-04-18 2025-04-21 2025-05-01 2025-05-29 2025-06-09 2025-06-19 2025-10-03 2025-11-01 2025-12-25 2025-12-26 2026-01-01 2026-04-03 2026-04-06 2026-05-01 2026-05-14 2026-05-25 2026-06-04 2026-10-03 2026-11-01 2026-12-25 2026-12-26".split(
    " ",
  );

/** What each detector finds, read off its sentence, one access after another. The order of the accesses is kept. */
export function naiveDetectors(
  log: readonly NaiveAccess[],
  from: string,
  to: string,
  keepsHours: (office: string) => boolean = (office) => !shiftWorkers.test(office),
  register: readonly StaffEntry[] = [],
): readonly NaiveFinding[] {
  const time = ({ at }: NaiveAccess) => Date.parse(at);
  const period = log.filter((each) => time(each) >= Date.parse(from) && time(each) < Date.parse(to));
  const shown = ({ subjects }: NaiveAccess) =>
    new Set(subjects.filter(({ disclosures }) => disclosures.length > 0).map(({ personRef }) => personRef));
  const persons = (each: NaiveAccess) => [...shown(each)].filter((person) => person !== null);
  const answered = period.filter(({ outcome }) => outcome === "ANSWERED");
  const finding = (
    id: string,
    judged: readonly NaiveAccess[],
    finds: (access: NaiveAccess) => boolean,
  ): NaiveFinding => ({ id, judged, found: judged.filter(finds) });

  const personsInHourOf = (access: NaiveAccess) =>
    new Set(
      answered
        .filter(({ actor, purpose }) => actor === access.actor && purpose === access.purpose)
        .filter((each) => hourOf(each) === hourOf(access))
        .flatMap(persons),
    ).size;
  const reading = answered.filter((each) => persons(each).length > 0);
  const usualFor = (purpose: string | null) => {
    const hours = new Map(
      reading.filter((each) => each.purpose === purpose).map((each) => [`${each.actor} ${hourOf(each)}`, each]),
    );
    return medianOf([...hours.values()].map(personsInHourOf));
  };

  return [
    finding(
      "D-AFTER-RELATION",
      answered.filter(({ subjects }) => subjects.some(({ personRef }) => personRef !== null)),
      (access) =>
        access.subjects.some(
          ({ personRef }) =>
            personRef !== null &&
            !shown(access).has(personRef) &&
            log.some(
              (before) =>
                before.office === access.office &&
                time(before) < time(access) &&
                time(before) >= time(access) - 90 * 24 * hourMilliseconds &&
                shown(before).has(personRef),
            ),
        ),
    ),
    finding(
      "D-OFF-HOURS",
      period.filter(({ office }) => keepsHours(office)),
      ({ at }) => isOffHours(at),
    ),
    finding(
      "D-REFUSALS",
      period.filter(({ outcome }) => outcome === "REFUSED"),
      (access) =>
        log.filter(
          (each) =>
            each.actor === access.actor &&
            each.outcome === "REFUSED" &&
            time(each) <= time(access) &&
            time(each) > time(access) - hourMilliseconds,
        ).length >= 5,
    ),
    finding("D-VOLUME", reading, (access) => {
      const inHour = personsInHourOf(access);
      return access.purpose !== null && inHour > 20 && inHour > 5 * usualFor(access.purpose);
    }),
    finding(
      "D-OWN-RECORD",
      answered.filter(({ office }) => register.some((each) => each.office === office)),
      (access) =>
        register.some(
          ({ staff, office, personRef }) =>
            (staff === access.actor || office === access.office) && shown(access).has(personRef),
        ),
    ),
  ];
}

function hourOf({ at }: NaiveAccess): number {
  return Math.floor(Date.parse(at) / hourMilliseconds);
}

function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

function isOffHours(at: string): boolean {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: "Europe/Berlin",
    hourCycle: "h23",
    weekday: "short",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
  }).formatToParts(new Date(at));
  const part = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  const day = `${part.year}-${part.month}-${part.day}`;
  const hour = Number(part.hour);
  return ["Sat", "Sun"].includes(part.weekday ?? "") || hour < 6 || hour >= 20 || publishedHolidays.includes(day);
}
