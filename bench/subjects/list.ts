import { compareGateways } from "../compareGateways.ts";
import { listQuestion } from "../questions.ts";
import type { Subject } from "../Subject.ts";

/** A page of 20 persons with fields of immigration, criminal-records and casework. */
export const list: Subject = {
  name: "list",
  title: "20 persons with fields of immigration, criminal-records and casework",
  measure: (bench) => compareGateways(bench, "filtered", "bare", ["embedded"], [listQuestion]),
};
