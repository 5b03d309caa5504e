import { compareGateways } from "../compareGateways.ts";
import { listQuestion } from "../questions.ts";
import type { Subject } from "../Subject.ts";

/** What the access record costs: the list once with it, once with everything but it. */
export const record: Subject = {
  name: "record",
  title: "the list of 20 with the durable access record, and with the record dropped",
  measure: (bench) => compareGateways(bench, "filtered", "unrecorded", [], [listQuestion]),
};
