import type { FetchDataRewrite } from "@apollo/query-planner";
import type { JsonObject } from "./Ask.ts";
import type { SubtypeNames } from "./SubtypeNames.ts";

/** Changes a value in place. */
export type Rewrite = (value: unknown) => void;

const typePrefix = "... on ";

/** Compiles the rewrites of what goes into a step, or comes out of it; null where there are none. */
export function compileRewrites(
  rewrites: readonly FetchDataRewrite[] | undefined,
  subtypes: SubtypeNames,
): Rewrite | null {
  if (rewrites === undefined || rewrites.length === 0) return null;
  const compiled = rewrites.map((rewrite) => compileRewrite(rewrite, subtypes));
  return (value) => {
    for (const apply of compiled) apply(value);
  };
}

function compileRewrite(rewrite: FetchDataRewrite, subtypes: SubtypeNames): Rewrite {
  const last = rewrite.path.at(-1);
  if (last === undefined || last.startsWith(typePrefix)) throw new Error("A rewrite of a plan ends with no field.");
  const change = (object: JsonObject): void => {
    if (rewrite.kind === "ValueSetter") object[last] = rewrite.setValueTo;
    else if (Object.hasOwn(object, last) && object[last]) {
      object[rewrite.renameKeyTo] = object[last];
      object[last] = undefined;
    }
  };
  return rewrite.path.slice(0, -1).reduceRight<Rewrite>((below, part) => {
    const { field, names } = part.startsWith(typePrefix)
      ? { field: null, names: subtypes.of(part.slice(typePrefix.length)) }
      : { field: part, names: null };
    return onObjects((object) => {
      if (field !== null) below(Object.hasOwn(object, field) ? object[field] : undefined);
      // An object that does not say its type is taken for one of the right type: the plan asked for no other.
      else if (!object.__typename || names?.has(object.__typename as string)) below(object);
    });
  }, onObjects(change));
}

function onObjects(apply: (object: JsonObject) => void): Rewrite {
  const each: Rewrite = (value) => {
    if (Array.isArray(value)) value.forEach(each);
    else if (typeof value === "object" && value !== null) apply(value as JsonObject);
  };
  return each;
}
