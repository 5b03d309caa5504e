import { SubgraphError } from "./SubgraphError.ts";

const reasonLength = { min: 10, max: 2000 } as const;

/**
 * A reason in a person's own words, without space around it.
 *
 * @throws SubgraphError INVALID_INPUT for one of another length, or with a NUL character, which PostgreSQL cannot store
 */
export function readReason(given: string): string {
  const reason = given.trim();
  const { min, max } = reasonLength;
  if (reason.length >= min && reason.length <= max && !reason.includes("\0")) return reason;
  throw new SubgraphError("INVALID_INPUT", `The reason has ${min} to ${max} characters.`, "input.reason");
}
