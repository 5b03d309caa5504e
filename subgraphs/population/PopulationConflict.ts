import type { Population } from "./readPopulation.ts";

/** The store holds persons that the population asked for would mix with. Its message says what to do. */
export class PopulationConflict extends Error {
  /** @param found the population that is there; null: persons that no population made */
  constructor(found: Population | null) {
    super(
      found === null
        ? "The store holds persons who are not of a synthetic population. Use an empty store."
        : `The store holds the population --persons ${found.persons} --seed ${found.seed}. ` +
            "Ask for that one, use another store, or replace it: npm run seed -- --fresh.",
    );
    this.name = "PopulationConflict";
  }
}
