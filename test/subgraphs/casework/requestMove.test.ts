import { describe, expect, test } from "vitest";
import {
  type SubjectRequestStep,
  subjectRequestKinds,
  subjectRequestStates,
  subjectRequestSteps,
} from "../../../subgraphs/casework/codes.ts";
import { requestMove } from "../../../subgraphs/casework/rights/requestMove.ts";

const access = { requestKind: "ACCESS", state: "RECEIVED", draftedBy: null } as const;

describe("A request for access", () => {
  const course: readonly (readonly [SubjectRequestStep, string])[] = [
    ["CHECK_IDENTITY", "abh-bor-0431"],
    ["DRAFT", "abh-bor-0431"],
    ["CHECK_DEFERRAL", "abh-bor-0432"],
    ["SIGN", "abh-bor-0432"],
    ["SEND", "abh-bor-0431"],
  ];
  test("goes from receipt to dispatch in five steps by two persons", () => {
    const states: string[] = [];
    let standing: Parameters<typeof requestMove>[0] = access;
    for (const [step, by] of course) {
      standing = { ...standing, ...requestMove(standing, step, by) };
      states.push(standing.state);
    }
    expect(states).toEqual(["IDENTITY_CHECKED", "DRAFTED", "DEFERRAL_CHECKED", "SIGNED", "SENT"]);
  });

  test.each([
    ["CHECK_DEFERRAL", "DRAFTED"],
    ["SIGN", "DEFERRAL_CHECKED"],
  ] as const)("%s is for another person than the drafter", (step, state) => {
    const standing = { ...access, state, draftedBy: "abh-bor-0431" };
    expect(() => requestMove(standing, step, "abh-bor-0431")).toThrow(/Another person/);
    expect(() => requestMove(standing, step, "abh-bor-0432")).not.toThrow();
  });

  test("is not signed before deferral was checked", () => {
    const drafted = { ...access, state: "DRAFTED", draftedBy: "abh-bor-0431" } as const;
    expect(() => requestMove(drafted, "SIGN", "abh-bor-0432")).toThrow(/DEFERRAL_CHECKED alone/);
  });

  test("that is returned has neither drafter nor check, so that either person can draft anew", () => {
    const checked = { ...access, state: "DEFERRAL_CHECKED", draftedBy: "abh-bor-0431" } as const;
    expect(requestMove(checked, "RETURN", "abh-bor-0431")).toEqual({
      state: "IDENTITY_CHECKED",
      draftedBy: null,
      checkedBy: null,
    });
  });
});

test.each(["RECTIFICATION", "ERASURE", "RESTRICTION"] as const)(
  "A request for %s is passed on and seen to its end, and never drafted",
  (requestKind) => {
    const checked = { requestKind, state: "IDENTITY_CHECKED", draftedBy: null } as const;
    expect(requestMove(checked, "FORWARD", "abh-bor-0431").state).toBe("FORWARDED");
    expect(requestMove({ ...checked, state: "FORWARDED" }, "COMPLETE", "abh-bor-0431").state).toBe("DONE");
    expect(() => requestMove(checked, "COMPLETE", "abh-bor-0431")).toThrow(/FORWARDED alone/);
    expect(() => requestMove(checked, "DRAFT", "abh-bor-0431")).toThrow();
  },
);

test.each(["SENT", "DONE", "REFUSED"] as const)("A request that is %s takes no further step", (state) => {
  for (const requestKind of subjectRequestKinds)
    for (const step of subjectRequestSteps)
      expect(() => requestMove({ requestKind, state, draftedBy: null }, step, "abh-bor-0432")).toThrow();
});

test("Every state is reached by some request", () => {
  const reached = subjectRequestKinds.flatMap((requestKind) =>
    subjectRequestStates.flatMap((state) =>
      subjectRequestSteps.flatMap((step) => {
        try {
          return requestMove({ requestKind, state, draftedBy: null }, step, "abh-bor-0432").state;
        } catch {
          return [];
        }
      }),
    ),
  );
  expect(new Set(["RECEIVED", ...reached])).toEqual(new Set(subjectRequestStates));
});
