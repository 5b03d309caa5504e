import { Kind, parse, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { Decisions } from "../../gateway/Decisions.ts";
import { loadSupergraph } from "../../gateway/loadSupergraph.ts";
import { readOperation } from "../../gateway/Operation.ts";
import { abilityFor } from "../../gateway/policy/ability.ts";
import { loadPolicy } from "../../gateway/policy/loadPolicy.ts";
import { offices } from "../../schema/offices.ts";

const supergraph = loadSupergraph();
const policy = loadPolicy();
const office = offices.get("RRK_MUENSTER");
if (office === undefined) throw new Error("There is no such office.");
const ability = (purpose: string, date = "2026-06-15") => abilityFor(policy, office, "CASEWORKER", purpose, date);
const management = ability("CASE_MANAGEMENT");

/** The operation that a text gives with these variables, as often as it is sent. */
function sent(text: string) {
  const document = parse(text);
  expect(validate(supergraph.apiSchema, document)).toEqual([]);
  const definition = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error("No operation.");
  return (variables: Readonly<Record<string, unknown>> = {}) =>
    readOperation(document, definition, variables, supergraph.apiSchema, supergraph);
}

const list = `query($ref: ID!, $constructor: String, $filter: PersonFilter, $by: PersonOrder = PERSON_REF) {
  one: person(personRef: $ref) { familyName }
  persons(filter: $filter, orderBy: $by) { edges { node { personRef } } }
  named: persons(filter: { familyNamePrefix: $constructor }) { totalCount }
}`;

/** What is sent after `first`, and how many decisions are made for it. */
const first = { ref: "P-1", filter: { enforceable: true } };
const rows: readonly (readonly [string, Readonly<Record<string, unknown>>, number])[] = [
  ["the same again", first, 0],
  ["another person", { ...first, ref: "P-2" }, 0],
  ["another value in the filter", { ref: "P-1", filter: { enforceable: false } }, 0],
  ["the default written out", { ...first, by: "PERSON_REF" }, 0],
  ["another field in the filter", { ref: "P-1", filter: { tolerated: true } }, 1],
  ["one field more in the filter", { ref: "P-1", filter: { enforceable: true, tolerated: null } }, 1],
  ["a field of the filter in another order", { ref: "P-1", filter: { tolerated: true, enforceable: true } }, 1],
  ["no filter", { ref: "P-1" }, 1],
  ["null for the filter", { ref: "P-1", filter: null }, 1],
  ["another order", { ...first, by: "FAMILY_NAME" }, 1],
  ["a variable that was not given", { ...first, constructor: "A" }, 1],
];

describe("A decision is worked out once", () => {
  test.each(rows)("%s", (_, variables, made) => {
    const operation = sent(list);
    const decisions = new Decisions(supergraph);
    const kept = decisions.of(operation(first), management);
    const next = decisions.of(operation(variables), management);
    expect(decisions.made - 1).toBe(made);
    expect(next === kept).toBe(made === 0);
  });

  test("and again for another purpose, another date, another operation of the same text", () => {
    const decisions = new Decisions(supergraph);
    const operation = sent("{ persons { totalCount } }");
    for (const each of [management, ability("WORKLIST"), ability("CASE_MANAGEMENT", "2026-09-01"), management])
      decisions.of(operation(), each);
    expect(decisions.made).toBe(3);
    decisions.of(sent("{ persons { totalCount } }")(), management);
    expect(decisions.made).toBe(4);
  });

  test("and a thousand requests after the first ask the policy nothing", () => {
    let asked = 0;
    const counting = new Proxy(management, {
      get(target, name, receiver) {
        asked += 1;
        return Reflect.get(target, name, receiver);
      },
    });
    const operation = sent(list);
    const decisions = new Decisions(supergraph);
    decisions.of(operation(first), counting);
    const once = asked;
    for (let index = 0; index < 1_000; index += 1) decisions.of(operation({ ...first, ref: `P-${index}` }), counting);
    expect({ asked, made: decisions.made }).toEqual({ asked: once, made: 1 });
    expect(once).toBeGreaterThan(0);
  });
});
