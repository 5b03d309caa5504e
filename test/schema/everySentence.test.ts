import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isForRequesters, isRequesterSentence } from "../../schema/requesterSentences.ts";

const root = new URL("../../", import.meta.url).pathname;
const said = globSync("subgraphs/**/*.ts", { cwd: root }).flatMap((file) =>
  [...readFileSync(`${root}${file}`, "utf8").matchAll(/SubgraphError\(\s*"([A-Z_]+)",\s*"([^"]+)"/g)].map(
    ([, code, sentence]) => ({ code: code ?? "", sentence: sentence ?? "" }),
  ),
);

test("A coordinate that is told is one of the schema: no other words pass for one", () => {
  const nearest = (coordinate: string) => `The schema has no such coordinate. Nearest valid: ${coordinate}.`;
  const told = ["Person.familyName", "Query.person(personRef:)", "Erika.Mustermann", "Person.familyName. Erika"];
  expect(told.map((each) => isRequesterSentence("INVALID_INPUT", nearest(each)))).toEqual([true, true, false, false]);
});

test("Every sentence that a subgraph says to a requester is one of the closed set, so that no refusal passes for a failure", () => {
  const forRequesters = said.filter(({ code }) => isForRequesters(code));
  expect(forRequesters.length).toBeGreaterThan(10);
  expect(forRequesters.filter(({ code, sentence }) => !isRequesterSentence(code, sentence))).toEqual([]);
});
