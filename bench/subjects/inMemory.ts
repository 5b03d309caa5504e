import { compareGateways } from "../compareGateways.ts";
import { knownToAll } from "../knownToAll.ts";
import { listQuestion, singleQuestion } from "../questions.ts";
import type { Subject } from "../Subject.ts";

const others = ["unrecordedInMemory", "openInMemory", "mergingInMemory", "inProcess"] as const;

/** The list, with subgraphs that answer from memory: what is left is the gateway. */
export const listInMemory: Subject = {
  name: "list-in-memory",
  title: "20 persons, from subgraphs over HTTP that answer from memory",
  measure: (bench) => compareGateways(bench, "filteredInMemory", "bareInMemory", others, [listQuestion]),
};

/** A single person, the same way. */
export const singleInMemory: Subject = {
  name: "single-in-memory",
  title: "one person, from subgraphs over HTTP that answer from memory",
  async measure(bench) {
    const questions = (await knownToAll(bench)).map(singleQuestion);
    return compareGateways(bench, "filteredInMemory", "bareInMemory", others, questions);
  },
};
