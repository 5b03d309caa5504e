import type { Probe } from "../Probe.ts";

const telling = ["valueCompletion", "queryPlan", "apolloQueryPlan", "ftv1", "tracing", "debug"];

/** Extensions of an ordinary answer. */
export const valueCompletion: Probe = async (target) => {
  const { json } = await target.ask();
  const found = telling.filter((name) => json?.extensions?.[name] !== undefined);
  return found.length > 0
    ? { verdict: "OPEN", seen: `An answer bears extensions.${found.join(", extensions.")}.` }
    : { verdict: "UNCLEAR", seen: "The answer bears none; no null bubbled in it." };
};
