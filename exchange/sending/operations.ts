import type { FactAction, ReadFact } from "../reading/Item.ts";

interface SendOperation {
  readonly query: string;
  /** Root field of the answer. */
  readonly root: string;
}

/** The operation of each action in each subgraph. */
export const operations: Readonly<Record<ReadFact["subgraph"], Readonly<Record<FactAction, SendOperation>>>> = {
  "criminal-records": operationsOf("Records"),
  immigration: operationsOf("ResidenceFacts"),
};

function operationsOf(what: string): Readonly<Record<FactAction, SendOperation>> {
  const restrict = operation("restrict", what, "outcome reason");
  return {
    SUPPLY: operation("supply", what, "outcome reason field"),
    RESTRICT: restrict,
    RELEASE: restrict,
    ERASE: operation("erase", what, "outcome reason"),
  };
}

function operation(verb: string, what: string, fields: string): SendOperation {
  const root = `${verb}${what}`;
  const type = `${verb[0]?.toUpperCase()}${verb.slice(1)}${what}Input`;
  return { query: `mutation Import($input: ${type}!) { ${root}(input: $input) { facts { ${fields} } } }`, root };
}
