import { performance } from "node:perf_hooks";
import { assess } from "../../subgraphs/scoring/engine/assess.ts";
import { median } from "../median.ts";
import { rounded } from "../rounded.ts";
import type { Subject } from "../Subject.ts";
import { simulatedPersons } from "../simulatedPersons.ts";

const sizes = [1, 200, 100_000] as const;

/** The catalogue alone: assessments from reduced facts, hash included, in one thread without database, HTTP and record. */
export const score: Subject = {
  name: "score",
  title: "assessments a second by the engine alone, of one person, 200 and 100,000",
  alone: true,
  async measure({ pace, signal, progress }) {
    return sizes.map((persons) => {
      signal.throwIfAborted();
      progress(`${persons} persons`);
      const { facts, date, compiled } = simulatedPersons(persons);
      const rounds: number[] = [];
      const begin = performance.now();
      do {
        const start = performance.now();
        for (const each of facts) assess(each, date, compiled);
        rounds.push(performance.now() - start);
      } while (performance.now() - begin < (pace.rounds * pace.seconds * 1000) / sizes.length);
      const each = median(rounds) / persons;
      return {
        persons,
        "assessments/s": rounded(1000 / each),
        "µs each": rounded(1000 * each),
        measured: rounds.length,
      };
    });
  },
};
