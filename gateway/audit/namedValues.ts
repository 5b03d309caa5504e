import type { KeyKind } from "../../schema/accessLogKeys.ts";
import type { Named } from "./Named.ts";

/** The values that rows of the key table explain, each with its kind. */
export function namedValues({ persons, cases, reasons }: Named): readonly (readonly [KeyKind, string])[] {
  return [
    ...persons.map((value) => ["person", value] as const),
    ...cases.map((value) => ["case", value] as const),
    ...reasons.map((value) => ["reason", value] as const),
  ];
}
