import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadPolicy } from "../../../../gateway/policy/loadPolicy.ts";
import { caseDiagram } from "../../../../subgraphs/casework/workflow/caseDiagram.ts";
import { caseMachine } from "../../../../subgraphs/casework/workflow/caseMachine.ts";
import type { Transition } from "../../../../subgraphs/casework/workflow/Transition.ts";

const steps = Object.entries<Transition>(caseMachine);
const { rules } = loadPolicy();
const sdl = readFileSync("schema/casework.graphql", "utf8");
const mutations = new Map(
  [
    ...(/type Mutation \{[\s\S]*?\n\}/.exec(sdl)?.[0] ?? "").matchAll(
      /^ {2}(\w+)\([\s\S]*?\): \w+\s+@data\(category: "(\w+)"\)/gm,
    ),
  ].map(([, name, category]) => [name, category]),
);

test("The page in docs is what the machine prints", () => {
  expect(readFileSync("docs/case-machine.md", "utf8")).toBe(caseDiagram());
});

/** Requests of the person concerned have a machine of their own. */
const ofRequests = ["advanceSubjectRequest", "receiveSubjectRequest"];

test("Every mutation of case work is a step of the machine, and the other way round", () => {
  expect(mutations.size).toBeGreaterThan(4);
  const named = steps.map(([, { mutation }]) => mutation);
  expect([...mutations.keys()].sort()).toEqual([...new Set([...named, ...ofRequests])].sort());
});

describe.each(steps)("The step %s", (_, { mutation, may, tells, from, to }) => {
  test("is written under the category that its mutation carries, which a rule grants for writing", () => {
    expect(mutations.get(mutation)).toBe(may);
    expect(rules.filter(({ writes }) => writes.includes(may))).not.toEqual([]);
  });

  test("is news to offices alone that may see the case at all", () => {
    for (const tie of tells) {
      expect(rules.filter(({ sees, when }) => sees.includes("CASE") && when.includes(tie)).length).toBeGreaterThan(0);
    }
  });

  test("leads somewhere, or stays where it is on purpose", () => {
    expect(to === null ? from : (from ?? []).filter((state) => state !== to)).toEqual(from ?? []);
  });
});
