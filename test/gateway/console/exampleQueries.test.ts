import { readFileSync } from "node:fs";
import { type GraphQLSchema, parse, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { contractSchema } from "../../../gateway/contractSchema.ts";
import { type Persona, personas } from "../../../gateway/identity/personas.ts";
import { contractCategories } from "../../../gateway/policy/contractCategories.ts";
import { loadPolicy } from "../../../gateway/policy/loadPolicy.ts";
import { readSupergraph } from "../../../gateway/Supergraph.ts";
import { offices } from "../../../schema/offices.ts";

interface ExampleQuery {
  readonly name: string;
  readonly query: string;
}

interface Page {
  readonly offeredExamples: (purpose: string, schema: GraphQLSchema | null) => readonly ExampleQuery[];
  readonly exampleQueries: readonly ExampleQuery[];
}

const room = new URL("../../../gateway/console/page/", import.meta.url);
const { offeredExamples }: Page = await import(new URL("offeredExamples.js", room).href);
const { exampleQueries }: Page = await import(new URL("exampleQueries.js", room).href);

const sdl = readFileSync(new URL("../../../schema/supergraph.graphql", import.meta.url), "utf8");
const supergraph = readSupergraph(sdl, new Map());
const policy = loadPolicy();

function contractOf(persona: Persona): GraphQLSchema {
  const office = offices.get(persona.office);
  if (office === undefined) throw new Error(`${persona.office} is no office.`);
  return contractSchema(supergraph, contractCategories(policy, office, persona.role, persona.purposes));
}

/** Every example query that somebody is offered: persona, purpose, name. */
const offers = [...personas.values()]
  .filter(({ purposes }) => purposes.length > 0)
  .flatMap((persona) => {
    const schema = contractOf(persona);
    return persona.purposes.flatMap((purpose) =>
      offeredExamples(purpose, schema).map(({ name, query }) => ({
        persona: persona.name,
        purpose,
        name,
        query,
        schema,
      })),
    );
  });

describe("An example query is valid in the schema of whoever is offered it", () => {
  test.each(offers)("$name, offered to $persona for $purpose", ({ query, schema }) => {
    expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
  });
});

describe("For each purpose there is something to begin with", () => {
  test.each([
    ["rrk-muenster-caseworker", "WORKLIST", ["worklist", "worklistByDate"]],
    ["rrk-muenster-second-rater", "EVALUATION", ["drawnCases"]],
    ["rrk-koeln-caseworker", "WORKLIST", ["worklistByDate"]],
    [
      "rrk-muenster-caseworker",
      "CASE_ADMISSION",
      ["identity", "residence", "conduct", "assessment", "custody", "case", "consent"],
    ],
    ["rrk-koeln-caseworker", "CASE_ADMISSION", ["identity", "residence", "conduct", "custody", "case", "consent"]],
    ["zab-coesfeld", "RETURN_EXECUTION", ["identity", "custody"]],
    ["abh-borken", "RESIDENCE_PROCEDURE", ["identity", "residence"]],
    ["lka-nrw", "DANGER_AVERSION", ["identity", "listing"]],
    ["police-muenster", "CRIMINAL_PROSECUTION", ["identity", "listing"]],
    ["sta-muenster", "CRIMINAL_PROSECUTION", ["identity", "custody", "consent"]],
    ["jva", "CUSTODY_ENFORCEMENT", ["identity", "custody"]],
    ["bamf", "ASYLUM_PROCEDURE", ["identity", "asylum"]],
    ["mkjfgfi", "SUPERVISION", ["statistics", "workingTime"]],
    ["im-nrw", "SUPERVISION", ["statistics", "workingTime"]],
    ["dpo", "DATA_PROTECTION_CONTROL", ["access-records"]],
    ["rrk-muenster-developer", "INTERFACE_DEVELOPMENT", ["interface-usage"]],
    ["evaluator", "EVALUATION", ["evaluation"]],
    ["data-subject", "DATA_SUBJECT_ACCESS", ["own-data", "own-assessments"]],
  ])("%s, for %s: %j", (persona, purpose, names) => {
    expect(
      offers.filter((offer) => offer.persona === persona && offer.purpose === purpose).map(({ name }) => name),
    ).toEqual(names);
  });

  test("and no example query is offered to nobody.", () => {
    expect(
      exampleQueries.map(({ name }) => name).filter((name) => !offers.some((offer) => offer.name === name)),
    ).toEqual([]);
  });
});

test("Until the schema is known, nothing is offered.", () => {
  expect(offeredExamples("WORKLIST", null)).toEqual([]);
});
