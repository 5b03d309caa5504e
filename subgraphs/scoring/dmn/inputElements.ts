import { type ReducedFactKey, reducedFacts } from "../reducedFacts.ts";
import type { DmnElement } from "./DmnElement.ts";

/** Id of a reduced fact's input. */
export function inputId(key: ReducedFactKey): string {
  return `input_${key}`;
}

/** Name of a reduced fact's type: `number`, or one of its own with its classes. */
export function inputType(key: ReducedFactKey): string {
  return reducedFacts[key] === "WHOLE_NUMBER" ? "number" : `t${key}`;
}

/** The types of the reduced facts that have classes. */
export function itemDefinitions(keys: readonly ReducedFactKey[]): readonly object[] {
  return keys.flatMap((key) => {
    const classes = reducedFacts[key];
    if (classes === "WHOLE_NUMBER") return [];
    const allowed = classes.map((name) => `"${name}"`).join(", ");
    return [
      {
        "@_id": `type_${key}`,
        "@_name": inputType(key),
        typeRef: "string",
        allowedValues: { "@_id": `type_${key}_values`, text: allowed },
      },
    ];
  });
}

/** The inputs of the model. */
export function inputElements(keys: readonly ReducedFactKey[]): readonly DmnElement[] {
  return keys.map((key) => ({
    "@_id": inputId(key),
    "@_name": key,
    variable: { "@_id": `${inputId(key)}_variable`, "@_name": key, "@_typeRef": inputType(key) },
  }));
}
