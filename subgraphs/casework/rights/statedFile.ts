import type { GrantView } from "../../shell/grantView.ts";

/**
 * File under which the desk works, as it was stated.
 *
 * @throws Error without one: the purpose of the desk needs a file
 */
export function statedFile({ caseRef }: GrantView): string {
  if (caseRef === null) throw new Error("A grant for requests of the person concerned states a file.");
  return caseRef;
}
