import type { Probe } from "../Probe.ts";

/** Two operations in one body. */
export const batches: Probe = async (target) => {
  const operation = { query: "{ __typename }" };
  const { json, status } = await target.ask({ body: JSON.stringify([operation, operation]) });
  return Array.isArray(json) && json.some((each) => each?.data)
    ? { verdict: "OPEN", seen: `A batch of ${json.length} operations is answered.` }
    : { verdict: "HOLDS", seen: `A batch is refused (${status}).` };
};
