import { blueprintAt } from "../../subgraphs/population/blueprintAt.ts";
import { drawReducedFacts } from "../../subgraphs/scoring/population/drawReducedFacts.ts";
import { type ReducedFactKey, reducedFacts } from "../../subgraphs/scoring/reducedFacts.ts";
import type { DrawnValues } from "../subgraphs/scoring/drawFacts.ts";

const keys = Object.keys(reducedFacts) as ReducedFactKey[];

/** Facts of the persons of a synthetic population who have a case and of whom every fact is known. @param persons size of the population */
export function* syntheticPersons(seed: number, persons: number): Generator<DrawnValues> {
  for (let index = 0; index < persons; index += 1) {
    const blueprint = blueprintAt(seed, index);
    for (const agreed of blueprint.cases) {
      const facts = drawReducedFacts(blueprint.random("judge"), blueprint, agreed, blueprint.date);
      const values = new Map(facts.map(({ key, value }) => [key, value]));
      if (keys.every((key) => values.has(key))) yield Object.fromEntries(values) as DrawnValues;
    }
  }
}
