import { offices } from "../../schema/offices.ts";
import type { Blueprint } from "../../subgraphs/population/Blueprint.ts";
import { blueprintAt } from "../../subgraphs/population/blueprintAt.ts";
import { seededFaker } from "../../subgraphs/population/seededFaker.ts";
import type { PlannedCase } from "./PlannedCase.ts";
import { pilotPeriod } from "./pilotPeriod.ts";
import { planCase } from "./planCase.ts";
import { workingDays } from "./workingDays.ts";

/** Share of the persons who could be proposed that are. */
const proposedShare = 0.7;

/** RRK in whose cases IRIS is run. */
export const pilotRrk = "RRK_MUENSTER";

/**
 * Draws the pilot: who of a population is proposed on which day, and what is to become of it. The same arguments give the same plan.
 *
 * @param persons size of the population, the showcase persons included
 */
export function planPilot(seed: number, persons: number): readonly PlannedCase[] {
  const rrks = [...offices.values()].filter(({ kind }) => kind === "RRK").map(({ id }) => id);
  const days = workingDays(pilotPeriod.from, pilotPeriod.to);
  return Array.from({ length: persons }, (_, index) => blueprintAt(seed, index))
    .filter(couldBeProposed)
    .flatMap((person) => {
      const faker = seededFaker("pilot", seed, person.index);
      if (faker.number.float() >= proposedShare) return [];
      return planCase(faker, person, rrks, days, faker.number.int(days.length - 1));
    });
}

/** Somebody whose residence is at stake, who came to notice, and of whom no case is on file. */
function couldBeProposed({ showcase, legalRegime, transferBlock, conduct, cases }: Blueprint): boolean {
  const isKnown = conduct === "SERIOUS" || conduct === "LIGHT" || conduct === "SUSPECTED";
  return (
    showcase === null && legalRegime === "THIRD_COUNTRY" && transferBlock !== "LARGE" && isKnown && cases.length === 0
  );
}
