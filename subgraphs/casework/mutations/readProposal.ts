import { isPlausibleDay } from "../../shell/calendar/isPlausibleDay.ts";
import type { GrantView } from "../../shell/grantView.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import type { ConductCategory } from "../codes.ts";
import { officeOfRegion } from "../officeOfRegion.ts";
import { readWorkingMinutes } from "../workingTime/readWorkingMinutes.ts";
import { readOffice } from "./readOffice.ts";
import { readText, reasonLimits, referenceLimits } from "./readText.ts";

/** Documented event of conduct, as it came or as it was read. */
export interface ConductEvent {
  readonly date: string;
  readonly category: ConductCategory;
  readonly fileRef: string;
}

export interface ProposeCaseInput {
  readonly personRef: string;
  readonly ground: "OFFENCES" | "SOCIAL_CONDUCT";
  readonly reason: string;
  readonly rrk?: string | null;
  readonly events?: readonly ConductEvent[] | null;
  readonly workingMinutes?: number | null;
}

/** A proposal whose input holds. */
export interface Proposal {
  readonly personRef: string;
  readonly ground: "OFFENCES" | "SOCIAL_CONDUCT";
  readonly reason: string;
  readonly rrk: string;
  readonly events: readonly ConductEvent[];
  /** Null: not said. */
  readonly workingMinutes: number | null;
}

/** Most events that one proposal brings. */
const eventsMax = 50;

/**
 * Reads the input without looking at any person, so that a fault in it tells nothing of one.
 *
 * @throws SubgraphError INVALID_INPUT with the field
 */
export function readProposal(input: ProposeCaseInput, grant: GrantView): Proposal {
  return {
    personRef: input.personRef,
    ground: input.ground,
    reason: readText(input.reason, "input.reason", reasonLimits),
    rrk: readRrk(input.rrk ?? null, grant.office),
    events: readEvents(input, grant.date),
    workingMinutes: readWorkingMinutes(input.workingMinutes, grant),
  };
}

function readRrk(rrk: string | null, proposingOffice: string): string {
  if (rrk !== null) return readOffice(rrk, "input.rrk", ["RRK"]);
  const ofRegion = officeOfRegion("RRK", proposingOffice);
  if (ofRegion !== null) return ofRegion;
  throw new SubgraphError("INVALID_INPUT", "Your office belongs to no region. Name the RRK by its id.", "input.rrk");
}

/** One event told twice would count twice towards an assessment. */
function isSameEvent(one: ConductEvent, other: ConductEvent): boolean {
  return one.date === other.date && one.category === other.category && one.fileRef.trim() === other.fileRef.trim();
}

function readEvents({ ground, events }: ProposeCaseInput, date: string): readonly ConductEvent[] {
  const given = events ?? [];
  if (given.length > eventsMax || (ground === "SOCIAL_CONDUCT" && given.length === 0)) {
    throw new SubgraphError("INVALID_INPUT", `Document 1 to ${eventsMax} events.`, "input.events");
  }
  return given.map((event, index) => {
    if (given.slice(0, index).some((other) => isSameEvent(other, event))) {
      throw new SubgraphError("INVALID_INPUT", "Name each event once.", `input.events.${index}`);
    }
    if (event.date > date || !isPlausibleDay(event.date)) {
      throw new SubgraphError("INVALID_INPUT", "Name a day that has come.", `input.events.${index}.date`);
    }
    return { ...event, fileRef: readText(event.fileRef, `input.events.${index}.fileRef`, referenceLimits) };
  });
}
