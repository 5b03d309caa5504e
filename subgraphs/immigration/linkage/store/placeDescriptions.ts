import type { GrantView } from "../../../shell/grantView.ts";
import type { Database } from "../../../shell/openStore.ts";
import { blockingKeys } from "../blockingKeys.ts";
import { askClearing } from "../clearing/askClearing.ts";
import { preparePerson } from "../compare/preparePerson.ts";
import { isComplete } from "../isComplete.ts";
import { decideBand } from "../model/decideBand.ts";
import { weightsInUse } from "../model/Weights.ts";
import type { PersonDescription } from "../PersonDescription.ts";
import { createPerson } from "./createPerson.ts";
import { decideTicket } from "./decideTicket.ts";
import { findCandidates } from "./findCandidates.ts";
import { recordAct } from "./recordAct.ts";
import type { StoredCandidate } from "./StoredCandidate.ts";

/** A description under its ticket. */
export interface Ticketed extends PersonDescription {
  readonly ticket: string;
  /** Office that announced it. */
  readonly office: string;
}

const weights = weightsInUse();

/**
 * Decides on descriptions one after another, as the three bands have it: links, asks a clearing office, or opens a file. Whoever a file was
 * opened for is on file for those that follow. Nobody under a large transfer block is linked by a machine.
 */
export async function placeDescriptions(
  transaction: Database,
  described: readonly Ticketed[],
  grant: GrantView,
  operationId: string,
): Promise<void> {
  const prepared = described.map((each) => preparePerson(each));
  const found = await findCandidates(transaction, prepared, grant.date);
  const newKeys = new Set<string>();
  for (const [place, each] of described.entries()) {
    const person = prepared[place];
    if (person === undefined) continue;
    const keys = blockingKeys(person);
    const isNear = keys.some((key) => newKeys.has(key));
    const [candidates = []] = isNear ? await findCandidates(transaction, [person], grant.date) : [found[place] ?? []];
    const created = await placeOne(transaction, each, candidates, grant, operationId);
    if (created) for (const key of keys) newKeys.add(key);
  }
}

/** @returns whether a file was opened */
async function placeOne(
  transaction: Database,
  described: Ticketed,
  candidates: readonly StoredCandidate[],
  grant: GrantView,
  operationId: string,
): Promise<boolean> {
  const { ticket, office } = described;
  const decided = decideBand(candidates, weights, described.dateOfBirth);
  const likely = candidates.filter(({ bits }) => bits >= weights.bands.askBitsMin);
  const machine = { ticket, by: null, reason: null };
  if (decided.band === "LINK" && !likely.some(({ isBlocked }) => isBlocked)) {
    const { personRef } = decided;
    await decideTicket(transaction, ticket, personRef);
    await recordAct(transaction, { ...machine, act: "LINKED", personRef }, grant, operationId);
    return false;
  }
  if (decided.band === "NEW" && isComplete(described)) {
    const personRef = await createPerson(transaction, described, office, grant);
    await decideTicket(transaction, ticket, personRef);
    await recordAct(transaction, { ...machine, act: "CREATED", personRef }, grant, operationId);
    return true;
  }
  await askClearing(transaction, ticket, likely, grant.date);
  await recordAct(transaction, { ...machine, act: "ASKED" }, grant, operationId);
  return false;
}
