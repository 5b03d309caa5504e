import { SubgraphError } from "../../shell/SubgraphError.ts";

interface TextLimits {
  readonly charactersMin: number;
  readonly charactersMax: number;
}

/** A reason (Begründung) says something, and no more than can be read. */
export const reasonLimits: TextLimits = { charactersMin: 10, charactersMax: 2000 };

/** References of other systems and offices. */
export const referenceLimits: TextLimits = { charactersMin: 1, charactersMax: 100 };

/**
 * A text of the input without space around it.
 *
 * @param field input field it came in, for example `input.reason`
 * @throws SubgraphError INVALID_INPUT outside the limits, or with a NUL character, which PostgreSQL cannot store
 */
export function readText(text: string, field: string, { charactersMin, charactersMax }: TextLimits): string {
  const trimmed = text.trim();
  const characters = [...trimmed].length;
  if (characters < charactersMin || characters > charactersMax || trimmed.includes("\0")) {
    throw new SubgraphError("INVALID_INPUT", `Write ${charactersMin} to ${charactersMax} characters.`, field);
  }
  return trimmed;
}
