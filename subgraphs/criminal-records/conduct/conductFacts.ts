import type { FactRow } from "../../shell/presentFact.ts";
import { residenceLawLists } from "../penal/residenceLawLists.ts";
import type { Conviction } from "../records/Conviction.ts";
import { lastingCustody } from "../records/lastingCustody.ts";
import type { ConductRecords } from "./ConductRecords.ts";
import { type ConductFact, conductFact } from "./conductFact.ts";
import { custodyPerspective } from "./custodyPerspective.ts";
import { expulsionInterest } from "./expulsionInterest.ts";
import { latestOffence } from "./latestOffence.ts";
import { listingCurrentUntil } from "./listingCurrentUntil.ts";
import { unreadableRows } from "./unreadableRows.ts";

/** Stands for a class where rows cannot be read. It is no class of any fact, so that nothing is read into it. */
const unreadable = "INVALID";

/**
 * Reduced facts about a person's conduct. Every key is there: the register was read, so that nothing is unknown. The order of the
 * records does not matter.
 */
export function conductFacts(records: ConductRecords): readonly ConductFact[] {
  const { date, investigations, listings } = records;
  const convictions = latestFirst(records.convictions, ({ decidedOn }) => decidedOn);
  const custodies = latestFirst(records.custodies, ({ begunOn }) => begunOn);
  const interest = expulsionInterest(convictions);
  const further = furtherConvictions(convictions, interest.convictions.at(0) ?? null);
  const violent = convictions.filter(isViolentSexualOrArmed);
  const latest = latestOffence(convictions, custodies, date);
  const current = listings.filter((listing) => listingCurrentUntil(listing, date) >= date);
  const charges = investigations.filter(({ state }) => state === "CHARGED");
  const lasting = lastingCustody(custodies, date);
  const perspective = custodyPerspective(lasting, date);
  const strange = {
    convictions: unreadableRows.convictions(records),
    custodies: unreadableRows.custodies(records),
    offences: unreadableRows.beforeTheirOffence(records),
    investigations: unreadableRows.investigations(records),
    listings: unreadableRows.listings(records),
  };
  return [
    unless(strange.convictions, conductFact("EXPULSION_INTEREST", interest.tier, interest.convictions)),
    // Which conviction the interest rests on decides which are further ones.
    unless(strange.convictions, conductFact("FURTHER_CONVICTIONS", String(further.length), further)),
    conductFact("VIOLENCE_OR_WEAPON", violent.length > 0 ? "YES" : "NO", violent),
    unless(
      [...strange.offences, ...strange.custodies],
      conductFact("LATEST_OFFENCE", latest.value, latest.conviction === null ? [] : [latest.conviction]),
    ),
    unless(strange.listings, conductFact("REPEAT_OFFENDER_LISTING", current.length > 0 ? "CURRENT" : "NONE", current)),
    unless(strange.investigations, conductFact("OPEN_CHARGES", String(charges.length), charges)),
    unless(
      strange.custodies,
      conductFact("CUSTODY_PERSPECTIVE", perspective, perspective === "NONE" || lasting === null ? [] : [lasting]),
    ),
  ];
}

/**
 * Intentional ones but one: the conviction that the interest in expulsion rests on first, or the latest where there is no interest or
 * it rests on an offence without intent. So a graver sentence, on which the interest then rests, never makes them fewer.
 */
function furtherConvictions(convictions: readonly Conviction[], principal: Conviction | null): readonly Conviction[] {
  const intentional = convictions.filter(({ offences }) => offences.some((offence) => offence.intentional));
  const counted = intentional.find((conviction) => conviction === principal) ?? intentional.at(0);
  return intentional.filter((conviction) => conviction !== counted);
}

/** The fact, or that it cannot be told, where there are rows that cannot be: nothing is guessed of them. */
function unless(strange: readonly FactRow[], fact: ConductFact): ConductFact {
  return strange.length === 0 ? fact : conductFact(fact.key, unreadable, strange);
}

function isViolentSexualOrArmed({ offences }: Conviction): boolean {
  return offences.some(({ violence, weapon, provision }) => violence || weapon || residenceLawLists.sexual(provision));
}

function latestFirst<R extends { readonly factId: string }>(rows: readonly R[], day: (row: R) => string): readonly R[] {
  return rows.toSorted((left, right) => day(right).localeCompare(day(left)) || left.factId.localeCompare(right.factId));
}
