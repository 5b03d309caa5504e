import { expect, test } from "vitest";
import { type Answering, sameAnswers } from "../../bench/sameAnswers.ts";

const person = {
  personRef: "P-000000000001",
  residenceStatus: { code: "10" },
  convictions: [{ id: "CV-1" }],
  cases: [{ caseRef: "FM-1" }],
};
const question = { query: "{ person { personRef } }", variables: {}, caseRef: "BENCH-20" };

interface Gateway extends Answering {
  readonly taken: readonly unknown[];
}

function gateway(title: string, data: unknown): Gateway {
  const taken: unknown[] = [];
  return { title, taken, data: async () => data, takeGrants: async (claims) => void taken.push(claims) };
}

const compare = (first: Answering, other: Answering) => sameAnswers(async () => "claims", first, [other], [question]);

test("Two gateways with the same data may be compared, and the second has got the grants of the first", async () => {
  const bare = gateway("bare", { person: { ...person } });
  await compare(gateway("filtered", { person }), bare);
  expect(bare.taken).toEqual(["claims"]);
});

test.each([
  { title: "misses a field", person: { ...person, cases: null } },
  { title: "has another value", person: { ...person, residenceStatus: { code: "11" } } },
  { title: "has a field more", person: { ...person, religion: "none" } },
])("A gateway that $title is not compared", async ({ person: other }) => {
  const comparison = compare(gateway("filtered", { person }), gateway("bare", { person: other }));
  await expect(comparison).rejects.toThrow('Nothing is measured: "bare" gives other data than "filtered".');
});

test.each(["residenceStatus", "convictions", "cases"])(
  "Two equal answers without %s are not compared",
  async (field) => {
    const data = { person: { ...person, [field]: null } };
    const comparison = compare(gateway("filtered", data), gateway("bare", data));
    await expect(comparison).rejects.toThrow("Nothing is measured: a subgraph has no part in the answer.");
  },
);
