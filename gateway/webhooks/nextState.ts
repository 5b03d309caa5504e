import { newsLimits } from "../newsLimits.ts";
import type { DeadLetter, DeliveryState } from "./DeliveryState.ts";

/** The next notice of a receiver, and how sending it went. */
export interface Sent {
  readonly notice: string;
  readonly cursor: string;
  readonly caseMark: string;
  /** Null where it was delivered. */
  readonly failure: DeadLetter["failure"] | null;
}

/** What becomes of the state when the next notice was tried. Pure. */
export function nextState(
  state: DeliveryState,
  { notice, cursor, caseMark, failure }: Sent,
  now: number,
): DeliveryState {
  const moved = { ...state, after: cursor, attempts: 0, notBefore: 0 };
  if (failure === null) return moved;
  const attempts = state.attempts + 1;
  if (failure === "HELD_BACK" || attempts >= newsLimits.webhookAttemptsMax) {
    const letter = { notice, after: state.after, caseMark, at: new Date(now).toISOString(), failure };
    return { ...moved, dead: [...state.dead, letter] };
  }
  return { ...state, attempts, notBefore: now + pauseAfter(attempts) };
}

/** Milliseconds, doubled with each attempt. */
function pauseAfter(attempts: number): number {
  return Math.min(newsLimits.webhookPauseMillisecondsMin * 2 ** (attempts - 1), newsLimits.webhookPauseMillisecondsMax);
}
