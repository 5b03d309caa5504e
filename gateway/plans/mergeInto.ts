import type { JsonObject } from "./Ask.ts";
import { MalformedAnswer } from "./MalformedAnswer.ts";
import { putMember } from "./putMember.ts";

/**
 * Adds what a further step fetched of an object to what is known of it. Lists of the same length are merged element by element; any other
 * value takes the place of the one before. `undefined` changes nothing.
 *
 * @throws MalformedAnswer where an object comes for what is no object
 */
export function mergeInto(target: JsonObject, source: Readonly<JsonObject>): void {
  for (const key of Object.keys(source)) {
    const value = source[key];
    if (value === undefined) continue;
    const known = Object.hasOwn(target, key) ? target[key] : undefined;
    if (!known || typeof value !== "object" || value === null) putMember(target, key, value);
    else if (!Array.isArray(value)) {
      if (typeof known !== "object") throw new MalformedAnswer("A subgraph gave an object where another gave none.");
      mergeInto(known as JsonObject, value as JsonObject);
    } else if (Array.isArray(known) && known.length === value.length) mergeLists(known, value);
    else putMember(target, key, value);
  }
}

function mergeLists(target: unknown[], source: readonly unknown[]): void {
  for (let index = 0; index < source.length; index += 1) {
    const known = target[index];
    const value = source[index];
    if (isPlainObject(known) && isPlainObject(value)) mergeInto(known, value);
    else target[index] = value;
  }
}

function isPlainObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
