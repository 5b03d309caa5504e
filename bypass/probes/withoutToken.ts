import { givesData } from "../givesData.ts";
import type { Probe } from "../Probe.ts";

/** The requester's operation by somebody who does not say who they are. */
export const withoutToken: Probe = async (target) => {
  if (!target.identifies) return { verdict: "UNCLEAR", seen: "No header was given that could be left out." };
  return givesData(await target.ask({ headers: null }))
    ? { verdict: "OPEN", seen: "It answers the operation without the requester's headers." }
    : { verdict: "HOLDS", seen: "Without the requester's headers it answers nothing." };
};
