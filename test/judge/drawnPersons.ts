import { seededFaker } from "../../subgraphs/population/seededFaker.ts";
import { type DrawnValues, drawFacts } from "../subgraphs/scoring/drawFacts.ts";

/** Fully known persons whose every fact is drawn by itself. */
export function* drawnPersons(seed: number, count: number): Generator<DrawnValues> {
  const faker = seededFaker(seed, "dmn");
  for (let person = 0; person < count; person += 1) yield drawFacts(faker);
}
