import type { Faker } from "@faker-js/faker";
import { offices } from "../../schema/offices.ts";
import { addDays } from "../shell/calendar/addDays.ts";
import type { Blueprint, BlueprintCase } from "./Blueprint.ts";
import { localOffices } from "./localOffices.ts";
import { pick } from "./pick.ts";
import { caseCountShares, caseStateShares, consentShares, proposerShares } from "./shares.ts";

type Person = Pick<Blueprint, "index" | "date" | "competentAuthority" | "conduct" | "prosecutionFileRef">;

/** Most cases a person; numbers are spaced by it. */
const casesMax = 3;
const coordinators = [...offices.values()].filter(({ kind }) => kind === "RRK").map(({ id }) => id);

/** Days between the opening of a case in this state and the population's date: the pilot began on 1 March. */
const openedDaysAgo: Readonly<Record<BlueprintCase["state"], { readonly min: number; readonly max: number }>> = {
  PROPOSED: { min: 0, max: 60 },
  CHECKED: { min: 10, max: 105 },
  ADMITTED: { min: 45, max: 900 },
  REJECTED: { min: 45, max: 700 },
  SUSPENDED: { min: 200, max: 900 },
  CLOSED: { min: 300, max: 1200 },
};

/** The person's cases, eldest first: at most one open, and before it only such as have ended. */
export function drawCases(faker: Faker, person: Person): readonly BlueprintCase[] {
  const count = Number(pick(faker, caseCountShares));
  if (count === 0) return [];
  const state = pick(faker, caseStateShares);
  const latest = drawCase(faker, person, state, addDays(person.date, -faker.number.int(openedDaysAgo[state])), 0);
  const cases = [latest];
  while (cases.length < count) cases.unshift(drawEarlierCase(faker, person, cases[0] ?? latest, cases.length));
  return cases;
}

function drawEarlierCase(faker: Faker, person: Person, later: BlueprintCase, number: number): BlueprintCase {
  const state = faker.helpers.arrayElement(["REJECTED", "CLOSED"] as const);
  const openedOn = addDays(later.openedOn, -faker.number.int({ min: 200, max: 500 }));
  const earlier = drawCase(faker, person, state, openedOn, number);
  // Whoever moved was another coordination office's case before.
  return faker.datatype.boolean(0.3) ? { ...earlier, rrk: faker.helpers.arrayElement(coordinators) } : earlier;
}

function drawCase(
  faker: Faker,
  person: Person,
  state: BlueprintCase["state"],
  openedOn: string,
  number: number,
): BlueprintCase {
  const local = localOffices(person.competentAuthority);
  const ground = person.conduct === "NONE" || faker.datatype.boolean(0.1) ? "SOCIAL_CONDUCT" : "OFFENCES";
  const proposer = ground === "OFFENCES" ? pick(faker, proposerShares) : "ABH";
  const proposers = { ABH: person.competentAuthority, POLICE: local.police, LKA: "LKA_NRW", RRK: local.rrk };
  const admitted = state === "ADMITTED" || state === "SUSPENDED" || state === "CLOSED";
  const decidedOn = addDays(openedOn, faker.number.int({ min: 7, max: 40 }));
  const closedOn = state === "CLOSED" ? addDays(decidedOn, faker.number.int({ min: 30, max: 150 })) : decidedOn;
  return {
    caseRef: caseRef(openedOn, person.index * casesMax + number),
    rrk: local.rrk,
    openedOn,
    state,
    ground,
    proposedBy: proposers[proposer],
    zab: local.zab,
    admittedOn: admitted ? decidedOn : null,
    closedOn: state === "CLOSED" || state === "REJECTED" ? closedOn : null,
    consent: drawConsent(faker, person, state),
  };
}

function drawConsent(faker: Faker, person: Person, state: BlueprintCase["state"]): BlueprintCase["consent"] {
  if (state === "PROPOSED" || state === "REJECTED") return "NONE";
  if (state === "CLOSED" || person.prosecutionFileRef === null) return "NOT_REQUIRED";
  return pick(faker, consentShares);
}

/**
 * `FM-<year>-<number>`: numbers from 1,000 to 99,999 and from 1,000,000, since the smaller ones are the showcase's. Case work
 * itself draws numbers of nine digits.
 */
function caseRef(openedOn: string, running: number): string {
  const number = 1000 + running;
  return `FM-${openedOn.slice(0, 4)}-${number < 100_000 ? number : number + 900_000}`;
}
