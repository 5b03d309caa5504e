import type { TypeReference } from "./Contract.ts";

/** A reference as the schema language writes it, for example `[Person!]`. */
export function typeText({ kind, name, ofType }: TypeReference): string {
  if (kind === "NON_NULL" && ofType) return `${typeText(ofType)}!`;
  if (kind === "LIST" && ofType) return `[${typeText(ofType)}]`;
  return name ?? "";
}
