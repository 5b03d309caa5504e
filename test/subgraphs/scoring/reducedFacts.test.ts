import { type EnumTypeDefinitionNode, Kind } from "graphql";
import { describe, expect, test } from "vitest";
import { subgraphSdl } from "../../../schema/subgraphSdl.ts";
import { type ReducedFactKey, reducedFacts } from "../../../subgraphs/scoring/reducedFacts.ts";

const owners = {
  immigration: "ResidenceFactKey",
  "criminal-records": "ConductFactKey",
  casework: "CaseworkFactKey",
} as const;

function factKeys(subgraph: string, name: string) {
  const found = subgraphSdl(subgraph).definitions.find(
    (definition): definition is EnumTypeDefinitionNode =>
      definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === name,
  );
  return found?.values ?? [];
}

const given = Object.entries(owners).flatMap(([subgraph, name]) =>
  factKeys(subgraph, name).map((value) => ({
    subgraph,
    key: value.name.value,
    description: value.description?.value ?? "",
  })),
);

/** Names that scoring must never learn a fact under. */
const forbidden =
  /NATIONALITY|CITIZENSHIP|ORIGIN|BIRTH|LANGUAGE|RELIGION|SEX|GENDER|AGE\b|HEALTH|MEDICAL|NAME|ADDRESS|BENEFIT|FAMILY/;

describe("Scoring knows the reduced facts as their owners give them", () => {
  test("the same keys, no more and no fewer", () => {
    expect(Object.keys(reducedFacts).sort()).toEqual(given.map(({ key }) => key).sort());
  });

  test.each(given)("$subgraph tells the same values of $key", ({ key, description }) => {
    const values = reducedFacts[key as ReducedFactKey];
    if (values === "WHOLE_NUMBER") expect(description).toMatch(/^Whole number/);
    else for (const value of values) expect(description).toMatch(new RegExp(`\\b${value}\\b`));
  });

  test("no key is a protected attribute", () => {
    expect(Object.keys(reducedFacts).filter((key) => forbidden.test(key))).toEqual([]);
  });
});
