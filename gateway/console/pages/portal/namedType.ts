import type { TypeReference } from "./Contract.ts";

/** Name of the type inside of lists and beneath non-null. */
export function namedType({ name, ofType }: TypeReference): string {
  return name ?? (ofType ? namedType(ofType) : "");
}
