import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const codes = z.array(z.string()).min(1);
const codeSet = codes.transform((each): ReadonlySet<string> => new Set(each));

/** Classes with their codes, turned round to code → class. A code in two classes is refused. */
function classesByCode<const N extends readonly string[]>(...names: N) {
  return z.record(z.enum(names), codes).transform((classes, context): ReadonlyMap<string, N[number]> => {
    const pairs = names.flatMap((name: N[number]) => classes[name].map((code) => [code, name] as const));
    const byCode = new Map(pairs);
    if (byCode.size !== pairs.length) context.addIssue("A code stands in two classes.");
    return byCode;
  });
}

const shape = z.strictObject({
  toleration: classesByCode("TRAVEL_DOCUMENTS", "PROCEDURAL", "TRAINING_OR_EMPLOYMENT", "OTHER_OBSTACLE"),
  protectionRecognised: codeSet,
  asylumOpen: codeSet,
  removalBarInForce: codeSet,
  lossFinding: codeSet,
  substituteDocument: classesByCode("SUBSTITUTE_PRESENT", "IDENTIFIED_OR_APPLIED", "OPEN"),
});

/** Codes of the official lists by class: `codeClasses.yaml`. */
export const codeClasses = shape.parse(parse(readFileSync(new URL("codeClasses.yaml", import.meta.url), "utf8")));
