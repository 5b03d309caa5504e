import { factsOf, type Values } from "./factsOf.ts";

const casework = ["SOCIAL_CONDUCT", "PROSECUTOR_CONSENT"];
const conduct = [
  "EXPULSION_INTEREST",
  "FURTHER_CONVICTIONS",
  "VIOLENCE_OR_WEAPON",
  "LATEST_OFFENCE",
  "REPEAT_OFFENDER_LISTING",
  "OPEN_CHARGES",
  "CUSTODY_PERSPECTIVE",
];

/** A person as the gateway hands it to scoring: with the reduced facts of the three subgraphs that own them. */
export function personReference(personRef: string, values: Values = {}) {
  const facts = factsOf(values).map((fact) => ({ ...fact, tags: fact.references.map((each) => `tag-of-${each}`) }));
  return {
    __typename: "Person",
    personRef,
    residenceFacts: facts.filter(({ key }) => !casework.includes(key) && !conduct.includes(key)),
    conductFacts: facts.filter(({ key }) => conduct.includes(key)),
    caseworkFacts: facts.filter(({ key }) => casework.includes(key)),
  };
}

/** Asks entities for the seal and what it stands for. */
export const sealQuery = `query ($references: [_Any!]!) {
  _entities(representations: $references) { ... on Person { personRef assessment { state band seal } } }
}`;
