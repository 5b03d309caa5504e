import type { ProvisionList } from "../penal/provisionList.ts";
import { residenceLawLists as lists } from "../penal/residenceLawLists.ts";
import type { Conviction, Offence } from "../records/Conviction.ts";
import { repeatedWithinYear } from "./repeatedWithinYear.ts";

/** Picks the convictions that establish an interest; empty: none. The latest conviction comes first. */
type Established = (latestFirst: readonly Conviction[]) => readonly Conviction[];
type Test = (conviction: Conviction) => boolean;

/** Row of the decision table of § 54 AufenthG. */
export interface Section54Row {
  readonly tier: "SECTION_54_1" | "SECTION_54_2" | "SECTION_54_2_MINOR";
  readonly number: string;
  readonly established: Established;
}

/** Numbers of § 54 AufenthG that convictions establish, the gravest tier first. Order within a tier does not change the tier. */
export const section54: readonly Section54Row[] = [
  paragraph1("No. 1", each(isCustodial, lasts(24), isIntentional)),
  paragraph1("No. 1", (latestFirst) => latestFirst.slice(0, 1).filter(isCommitted)),
  paragraph1("No. 1a", each(isCustodial, lasts(12), hasOffence(isGrave))),
  paragraph1("No. 1b", each(isCustodial, lasts(12), isFor(lists.narcotics))),
  paragraph1("No. 1c", each(isCustodial, lasts(12), isFor(lists.smuggling))),
  paragraph1("No. 1d", each(isImprisonment, lasts(6), hasOffence(isArmed))),
  paragraph2("No. 1", each(isImprisonment, lasts(6), isIntentional)),
  paragraph2("No. 2", each(isUnsuspendedYouthSentence, lasts(12), isIntentional)),
  paragraph2("No. 2a", repeatedWithinYear),
  paragraph2("No. 2b", each(isImprisonment, lasts(3), hasOffence(isArmed))),
  paragraph2("No. 2b", each(isUnsuspendedYouthSentence, hasOffence(isArmed))),
  paragraph2("No. 3", each(isFor(lists.smuggling))),
  paragraph2("No. 3", each(isFor(lists.narcoticsTrade))),
  paragraph2("No. 9", each(isImprisonment, isIntentional, hasInhumaneMotive)),
  paragraph2("No. 9", each(isFineOver(90), isIntentional, hasInhumaneMotive)),
  { tier: "SECTION_54_2_MINOR", number: "§ 54 (2) No. 10", established: notIsolatedOrMinor },
];

/**
 * A breach counts unless it is isolated and minor. Minor, by our own assessment: a fine of at most 30 day fines, or an
 * offence without intent.
 */
function notIsolatedOrMinor(convictions: readonly Conviction[]): readonly Conviction[] {
  if (convictions.length > 1) return convictions;
  return convictions.filter((one) => isIntentional(one) && (one.penalty !== "FINE" || isFineOver(30)(one)));
}

function paragraph1(number: string, established: Established): Section54Row {
  return { tier: "SECTION_54_1", number: `§ 54 (1) ${number}`, established };
}

function paragraph2(number: string, established: Established): Section54Row {
  return { tier: "SECTION_54_2", number: `§ 54 (2) ${number}`, established };
}

function each(...tests: readonly Test[]): Established {
  return (convictions) => convictions.filter((one) => tests.every((test) => test(one)));
}

function lasts(months: number): Test {
  return ({ lifeSentence, sentenceMonths }) => lifeSentence || sentenceMonths >= months;
}

function isFor(list: ProvisionList): Test {
  return ({ provisions }) => provisions.some(list);
}

function isFineOver(dayFines: number): Test {
  return (conviction) => conviction.penalty === "FINE" && (conviction.dayFines ?? 0) > dayFines;
}

function hasOffence(test: (offence: Offence) => boolean): Test {
  return ({ offences }) => offences.some(test);
}

function isImprisonment({ penalty }: Conviction): boolean {
  return penalty === "IMPRISONMENT";
}

function isCustodial({ penalty }: Conviction): boolean {
  return penalty === "IMPRISONMENT" || penalty === "YOUTH_SENTENCE";
}

function isUnsuspendedYouthSentence({ penalty, suspended }: Conviction): boolean {
  return penalty === "YOUTH_SENTENCE" && !suspended;
}

function isIntentional({ offences }: Conviction): boolean {
  return offences.some(({ intentional }) => intentional);
}

function isCommitted({ measures }: Conviction): boolean {
  return measures.includes("PREVENTIVE_DETENTION") || measures.includes("PSYCHIATRIC_HOSPITAL");
}

function hasInhumaneMotive({ inhumaneMotiveFound }: Conviction): boolean {
  return inhumaneMotiveFound;
}

/** § 54 (1) No. 1a AufenthG. */
function isGrave({ provision, intentional, serial }: Offence): boolean {
  const goods = [
    lists.life,
    lists.body,
    lists.sexualFromOneYear,
    lists.propertyWithRaisedMinimum,
    lists.resistance,
    lists.publicOrder,
  ];
  return intentional && (goods.some((list) => list(provision)) || (serial && lists.property(provision)));
}

/** § 54 (1) No. 1d and (2) No. 2b AufenthG. */
function isArmed({ provision, intentional, weapon }: Offence): boolean {
  const goods = [
    lists.life,
    lists.body,
    lists.sexualWithWeapon,
    lists.propertyWithWeapon,
    lists.resistance,
    lists.publicOrder,
  ];
  return intentional && weapon && goods.some((list) => list(provision));
}
