import type { JsonObject } from "./Ask.ts";
import { MalformedAnswer } from "./MalformedAnswer.ts";

/** Stands for every element of a list in a path of a plan. */
export const eachElement = "@";

/** Where an object stands in the result: response keys and positions in lists. */
export type Position = readonly (string | number)[];

/**
 * The objects at a path of a plan, lists flattened, nulls left out.
 *
 * @throws MalformedAnswer where there is a list and none should be, or the other way round
 */
export function entitiesAt(data: unknown, path: readonly string[]): readonly JsonObject[] {
  const found: JsonObject[] = [];
  walk(data, path, 0, (entity) => found.push(entity));
  return found;
}

/** Where the same objects stand, in the same order. */
export function positionsAt(data: unknown, path: readonly string[]): readonly Position[] {
  const found: Position[] = [];
  walk(data, path, 0, (_, position) => found.push([...position]), []);
  return found;
}

function walk(
  value: unknown,
  path: readonly string[],
  from: number,
  meet: (entity: JsonObject, position: Position) => void,
  position: (string | number)[] | null = null,
): void {
  if (value === null || value === undefined) return;
  const part = path[from];
  if (part === undefined && !Array.isArray(value)) {
    meet(value as JsonObject, position ?? []);
  } else if (part === undefined || part === eachElement) {
    if (!Array.isArray(value)) throw new MalformedAnswer(`Expected a list at ${path.slice(0, from).join(".")}.`);
    for (let index = 0; index < value.length; index += 1) {
      position?.push(index);
      walk(value[index], path, part === undefined ? from : from + 1, meet, position);
      position?.pop();
    }
  } else {
    if (Array.isArray(value)) throw new MalformedAnswer(`Unexpected list at ${path.slice(0, from).join(".")}.`);
    if (!Object.hasOwn(value as object, part)) return;
    position?.push(part);
    walk((value as JsonObject)[part], path, from + 1, meet, position);
    position?.pop();
  }
}
