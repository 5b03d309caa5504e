import { fieldWords, valueWords } from "./germanWords.ts";

/** A value of an answer: what JSON can hold. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [field: string]: Value };

const day = /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/;

/**
 * A value in German: codes and offices by name, days as they are written, a record as its fields in turn.
 *
 * @param field name of the field it stands in
 * @returns an empty text for what is not known
 */
export function sayValue(field: string, value: Value): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "ja" : "nein";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return valueWords[field]?.[value] ?? value.replace(day, "$3.$2.$1");
  if (isList(value)) return value.map((each) => sayValue(field, each)).join("; ");
  if (typeof value.name === "string") return value.name;
  return Object.entries(value)
    .filter(([name]) => name in fieldWords)
    .map(([name, each]) => [fieldWords[name] ?? name, sayValue(name, each)] as const)
    .filter(([, said]) => said !== "")
    .map(([name, said]) => `${name}: ${said}`)
    .join(", ");
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
