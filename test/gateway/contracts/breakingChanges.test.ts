import { buildSchema } from "graphql";
import { describe, expect, test } from "vitest";
import { idle, unacknowledged } from "../../../gateway/contracts/acknowledgements.ts";
import { breakingChanges } from "../../../gateway/contracts/breakingChanges.ts";
import type { ContractFile } from "../../../gateway/contracts/ContractFile.ts";

const whole =
  "type Query { person(ref: ID!): Person, order(by: Order = NAME): ID } type Person { name: String sex: String } enum Order { NAME AGE }";
const contract = (name: string, readers: readonly string[], sdl = whole): ContractFile => ({
  name,
  readers,
  schema: buildSchema(sdl),
});
const abh = contract("abh", ["ABH CASEWORKER"]);

describe("What breaks an operation that was valid is told, and nothing else", () => {
  // biome-ignore format: a table, a row a line
  const rows: readonly (readonly [title: string, from: string, to: string, changes: readonly string[]])[] = [
    ["a field is taken away", "sex: String", "", ["Person.sex was removed."]],
    ["a field changes its type", "sex: String", "sex: Int", ["Person.sex changed type from String to Int."]],
    ["an argument is taken away", "(ref: ID!)", "", ["Query.person arg ref was removed."]],
    ["an argument becomes needed", "by: Order = NAME", "by: Order!", ["Query.order arg by has changed type from Order to Order!."]],
    ["an enum value is taken away", "NAME AGE", "NAME", ["AGE was removed from enum type Order."]],
    ["a field is added", "sex: String", "sex: String born: String", []],
    ["a field is described", "sex: String", '"Sex." sex: String', []],
  ];
  test.for(rows)("%s", ([, from, to, changes]) => {
    expect(whole).toContain(from);
    expect(breakingChanges([abh], [contract("abh", ["ABH CASEWORKER"], whole.replace(from, to))])).toEqual(
      changes.map((change) => ({ change, contracts: ["abh"] })),
    );
  });
});

describe("Offices are compared with what they read themselves", () => {
  const small = whole.replace("sex: String", "");
  const removed = "Person.sex was removed.";

  test("when RRK Münster loses its contract of its own, it reads that of its kind", () => {
    const released = [contract("rrk", ["RRK LEAD"], small), contract("rrk-muenster", ["RRK_MUENSTER LEAD"])];
    expect(breakingChanges(released, [contract("rrk", ["RRK LEAD"], small)])).toEqual([
      { change: removed, contracts: ["rrk-muenster"] },
    ]);
  });

  test("when RRK Münster alone is given less than its kind, the contract of the kind is broken", () => {
    const current = [contract("rrk", ["RRK LEAD"]), contract("rrk-muenster", ["RRK_MUENSTER LEAD"], small)];
    expect(breakingChanges([contract("rrk", ["RRK LEAD"])], current)).toEqual([
      { change: removed, contracts: ["rrk"] },
    ]);
  });

  test("another name of the file breaks nothing", () => {
    expect(breakingChanges([abh], [contract("bodies", ["ABH CASEWORKER", "ZAB CASEWORKER"])])).toEqual([]);
  });

  test("an office that no rule grants anything any more", () => {
    expect(breakingChanges([abh], [])).toEqual([
      { change: "Its readers have no contract any more.", contracts: ["abh"] },
    ]);
  });
});

describe("An acknowledgement", () => {
  const change = { change: "Person.sex was removed.", contracts: ["abh", "bamf"] };
  const known = { date: "2026-06-01", reason: "The field was never used." };

  test("covers the contracts that it names and no other", () => {
    expect(unacknowledged([change], [{ ...known, ...change, contracts: ["abh"] }])).toEqual([
      { change: change.change, contracts: ["bamf"] },
    ]);
    expect(unacknowledged([change], [{ ...known, ...change, contracts: ["abh", "bamf"] }])).toEqual([]);
  });

  test("of a change that is none any more is told, so that it cannot hide the next one", () => {
    const acknowledged = { ...known, ...change, contracts: ["abh", "bamf"] };
    expect(idle([change], [acknowledged])).toEqual([]);
    expect(idle([{ ...change, contracts: ["abh"] }], [acknowledged])).toEqual([acknowledged]);
  });
});
