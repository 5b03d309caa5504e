import type { Faker } from "@faker-js/faker";
import type { Blueprint } from "../../subgraphs/population/Blueprint.ts";
import { type Act, acts, assessmentMinutes } from "./acts.ts";
import type { PlannedAct, PlannedCase } from "./PlannedCase.ts";

/** Spread of the minutes of an act: standard deviation of their logarithm. */
const minutesSpread = 0.5;

/**
 * Draws what becomes of one proposal. All shares and delays are invented; the report lists them.
 *
 * @param days working days of the pilot; what would fall after them is left out
 * @param proposedAt position in `days`
 */
export function planCase(
  faker: Faker,
  person: Blueprint,
  rrks: readonly string[],
  days: readonly string[],
  proposedAt: number,
): PlannedCase {
  const chance = (share: number) => faker.number.float() < share;
  const acted: PlannedAct[] = [];
  let at = proposedAt;
  const then = (act: Act, min: number, max: number, from = at): number => {
    const position = from + faker.number.int({ min, max });
    const minutes = drawMinutes(faker, act, person.rrk);
    const member = faker.number.int(1_000);
    const day = days[position];
    if (day !== undefined) acted.push({ day, act, minutes, member });
    return position;
  };
  const ground = chance(0.15) ? "SOCIAL_CONDUCT" : "OFFENCES";
  const successor = chance(0.06) ? faker.helpers.arrayElement(rrks.filter((rrk) => rrk !== person.rrk)) : null;
  then("propose", 0, 0);
  at = then("check", 1, 8);
  if (successor !== null) at = then("handOver", 1, 3);
  at = then("decide", 1, 10);
  if (ground === "SOCIAL_CONDUCT") at = then("confirm", 1, 5);
  const admittedAt = at;
  then("assign", 0, 2);
  if (chance(0.5)) then("conference", 5, 25);
  if (chance(0.6)) then("setDeadline", 1, 15);
  const measuredAt = then("addMeasure", 3, 15);
  then("reportMeasure", 10, 30, measuredAt);
  if (person.prosecutionFileRef !== null) then("answerConsent", 4, 20, then("requestConsent", 2, 10));
  const suspendedAt = chance(0.1) ? then("suspend", 32, 40, measuredAt) : null;
  if (suspendedAt !== null) then("resume", 5, 20, suspendedAt);
  if (chance(0.45)) then("close", 61, 110, admittedAt);
  return {
    personRef: person.personRef,
    proposer: { office: person.competentAuthority, fileRef: person.fileRef },
    prosecution: person.prosecution,
    rrk: person.rrk,
    successor,
    ground,
    ownOutcome: chance(person.conduct === "SERIOUS" ? 0.7 : 0.35) ? "ADMIT" : "REJECT",
    followsBand: chance(0.85),
    consentGiven: chance(0.8),
    closingOutcome: faker.helpers.arrayElement(["REMOVED", "LEFT_VOLUNTARILY", "RESIDENCE_GRANTED", "NOT_PURSUED"]),
    acts: acted.toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0)),
  };
}

/** Log-normal around the assumed mean; one step in ten goes without a statement. */
function drawMinutes(faker: Faker, act: Act, rrk: string): number | null {
  const mean = acts[act];
  const silent = faker.number.float() < 0.1;
  const [first, second] = [faker.number.float({ min: 1e-9, max: 1 }), faker.number.float()];
  if (mean === null || silent) return null;
  const normal = Math.sqrt(-2 * Math.log(first)) * Math.cos(2 * Math.PI * second);
  const whole = mean + (act === "check" && rrk === "RRK_MUENSTER" ? assessmentMinutes : 0);
  const drawn = whole * Math.exp(minutesSpread * normal - minutesSpread ** 2 / 2);
  return Math.min(480, Math.max(1, Math.round(drawn)));
}
