import { expect, test } from "vitest";
import { stepsFrom } from "../../../gateway/console/pages/rights/stepsFrom.ts";
import { subjectRequestKinds, subjectRequestStates } from "../../../subgraphs/casework/codes.ts";
import { requestMachine } from "../../../subgraphs/casework/rights/requestMachine.ts";

test.each(subjectRequestKinds)(
  "The page offers for a request for %s the steps that the machine allows, and no others",
  (kind) => {
    for (const state of subjectRequestStates) {
      const allowed = Object.entries(requestMachine[kind]).filter(([, step]) => step?.from.includes(state));
      expect([...stepsFrom(kind, state)].sort(), state).toEqual(allowed.map(([step]) => step).sort());
    }
  },
);
