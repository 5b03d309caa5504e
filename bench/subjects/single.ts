import { compareGateways } from "../compareGateways.ts";
import { knownToAll } from "../knownToAll.ts";
import { singleQuestion } from "../questions.ts";
import type { Subject } from "../Subject.ts";

/** One person with the same fields as in the list. The persons of the list of whom all three subgraphs know something, in turn. */
export const single: Subject = {
  name: "single",
  title: "one person with the same fields",
  async measure(bench) {
    const questions = (await knownToAll(bench)).map(singleQuestion);
    return compareGateways(bench, "filtered", "bare", ["embedded"], questions);
  },
};
