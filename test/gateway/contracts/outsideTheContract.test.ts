import { InMemoryLRUCache } from "@apollo/utils.keyvaluecache";
import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isInterfaceType,
  isObjectType,
} from "graphql";
import { describe, expect, test } from "vitest";
import { type Contract, openContract } from "../../../gateway/Contract.ts";
import { Contracts } from "../../../gateway/Contracts.ts";
import { contractSchema } from "../../../gateway/contractSchema.ts";
import { GatewayError } from "../../../gateway/errors.ts";
import { personas } from "../../../gateway/identity/personas.ts";
import { KnownOperations } from "../../../gateway/KnownOperations.ts";
import { loadSupergraph } from "../../../gateway/loadSupergraph.ts";
import { loadPolicy } from "../../../gateway/policy/loadPolicy.ts";
import type { Supergraph } from "../../../gateway/Supergraph.ts";
import { offices } from "../../../schema/offices.ts";
import { vocabulary } from "../../../schema/vocabulary.ts";

/** The supergraph, as if an argument had a category of its own too: none of the contract's has. */
const committed = loadSupergraph();
const supergraph: Supergraph = {
  ...committed,
  categories: new Map([...committed.categories, ["Query.persons(orderBy:)", ["ORIGIN"]]]),
};
const contracts = new Contracts(supergraph, loadPolicy());
const api = supergraph.apiSchema;
const asking = [...personas.values()].filter(({ purposes }) => purposes.length > 0);
const categories = Object.keys(vocabulary.categories);

/** The contracts of all personas, and for each category one that lacks nothing else. */
const examined = await Promise.all([
  ...asking.map(contractOf),
  ...categories.map((lacking) => {
    const others = new Set(categories.filter((category) => category !== lacking));
    return openContract(
      contractSchema(supergraph, { sees: others, writes: others }),
      supergraph,
      new InMemoryLRUCache(),
      new KnownOperations(),
    );
  }),
]);

/** One way to name something that the contract lacks: the name, and the request that holds it. */
interface Probe {
  readonly name: string;
  readonly request: (name: string) => { readonly query: string; readonly variables?: object };
}

/** Every kind of mistake that validation knows, with every name of the API that a contract lacks in its place. */
const kinds: Readonly<Record<string, (contract: GraphQLSchema) => readonly Probe[]>> = {
  "a field of an object": (contract) =>
    fieldsOf(contract).flatMap(([typeName, fields]) =>
      missing(fieldsIn(api, typeName), fields).map((name) =>
        probe(name, (given) => `{ __typename } fragment F on ${typeName} { ${given} }`),
      ),
    ),
  "a field with a selection": (contract) =>
    fieldsOf(contract).flatMap(([typeName, fields]) =>
      missing(fieldsIn(api, typeName), fields).map((name) =>
        probe(name, (given) => `{ __typename } fragment F on ${typeName} { ${given} { __typename } }`),
      ),
    ),
  "a field of a query": (contract) =>
    missing(fieldsIn(api, "Query"), fieldsIn(contract, "Query")).map((name) => probe(name, (given) => `{ ${given} }`)),
  "a mutation": (contract) =>
    missing(fieldsIn(api, "Mutation"), fieldsIn(contract, "Mutation")).map((name) =>
      probe(name, (given) => `mutation { ${given}(input: {}) { __typename } }`),
    ),
  "an argument": (contract) =>
    fieldsOf(contract).flatMap(([typeName, fields]) =>
      Object.values(fields).flatMap((field) => {
        const whole = Object.fromEntries(
          (fieldsIn(api, typeName)[field.name]?.args ?? []).map((each) => [each.name, each]),
        );
        const kept = Object.fromEntries(field.args.map((each) => [each.name, each]));
        return missing(whole, kept).map((name) =>
          probe(name, (given) => `{ __typename } fragment F on ${typeName} { ${field.name}(${given}: null) }`),
        );
      }),
    ),
  "a type in a fragment": (contract) =>
    missing(api.getTypeMap(), contract.getTypeMap())
      .filter((name) => isCompositeType(api.getType(name)))
      .map((name) => probe(name, (given) => `{ ...F } fragment F on ${given} { __typename }`)),
  "a type in an inline fragment": (contract) =>
    missing(api.getTypeMap(), contract.getTypeMap()).map((name) =>
      probe(name, (given) => `{ ... on ${given} { __typename } }`),
    ),
  "a type of a variable": (contract) =>
    missing(api.getTypeMap(), contract.getTypeMap())
      .filter((name) => isInputType(api.getType(name)))
      .map((name) => probe(name, (given) => `query($v: ${given}) { __typename @include(if: $v) }`)),
  "an input field in the document": (contract) =>
    inputFields(contract).map(([name, typeName, argument]) =>
      probe(name, (given) => `{ __typename } fragment F on ${typeName} { ${argument}: { ${given}: null }) }`),
    ),
  "an input field in a variable": (contract) =>
    rootArguments(contract).flatMap(({ operation, field, argument, type, selection }) =>
      isInputObjectType(type)
        ? missing(inputFieldsIn(api, type.name), type.getFields()).map((name) => ({
            name,
            request: (given: string) => ({
              query: `${operation}($v: ${argument.type}) { ${field}(${argument.name}: $v)${selection} }`,
              variables: { v: { [given]: null } },
            }),
          }))
        : [],
    ),
  "an enum value in the document": (contract) =>
    rootArguments(contract).flatMap(({ operation, field, argument, type, selection }) =>
      missingValues(contract, type.name).map((name) =>
        probe(name, (given) => `${operation} { ${field}(${argument.name}: ${given})${selection} }`),
      ),
    ),
  "an enum value in a variable": (contract) =>
    rootArguments(contract).flatMap(({ operation, field, argument, type, selection }) =>
      missingValues(contract, type.name).map((name) => ({
        name,
        request: (given: string) => ({
          query: `${operation}($v: ${argument.type}) { ${field}(${argument.name}: $v)${selection} }`,
          variables: { v: given },
        }),
      })),
    ),
  "an enum value as default": (contract) =>
    rootArguments(contract).flatMap(({ operation, field, argument, type, selection }) =>
      missingValues(contract, type.name).map((name) =>
        probe(
          name,
          (given) => `${operation}($v: ${type.name} = ${given}) { ${field}(${argument.name}: $v)${selection} }`,
        ),
      ),
    ),
  "a type asked of introspection": (contract) =>
    missing(api.getTypeMap(), contract.getTypeMap()).map((name) =>
      probe(name, (given) => `{ __type(name: "${given}") { name fields { name } } }`),
    ),
};

describe("What the contract lacks is answered like what does not exist, byte for byte", () => {
  test.for(Object.entries(kinds))("%s", async ([, probesOf]) => {
    let probes = 0;
    for (const contract of examined) {
      for (const { name, request } of probesOf(contract.schema)) {
        const invented = "z".repeat(name.length);
        const [withheld, unknown] = [await answer(contract, request(name)), await answer(contract, request(invented))];
        expect(withheld, name).toBe(unknown.replaceAll(invented, name));
        expect(withheld).not.toMatch(/did you mean/i);
        probes++;
      }
    }
    expect(probes).toBeGreaterThan(0);
  });

  test("a name that is one letter off a field of the contract gets no suggestion either", async () => {
    const contract = await contractOf(asking[0]);
    const text = await answer(contract, { query: '{ person(personRef: "P") { familyNam } }' });
    expect(JSON.parse(text.slice(4)).errors[0].message).toBe('Cannot query field "familyNam" on type "Person".');
  });
});

describe("A contract is for the purposes of the token", () => {
  const ofLead = (...purposes: string[]) => ({ office: "RRK_MUENSTER", role: "LEAD", purposes });
  const fields = async (who: { office: string; role: string; purposes: readonly string[] }, type: string) =>
    Object.keys(fieldsIn((await contractOf(who)).schema, type));

  test("a token for the worklist alone finds no conviction, and changes nothing but that it can stop the catalogue", async () => {
    expect(await fields(ofLead("WORKLIST"), "Person")).not.toContain("convictions");
    expect(await fields(ofLead("WORKLIST"), "Mutation")).toEqual(["suspendCatalogue"]);
    expect(await fields(ofLead("WORKLIST"), "Query")).toContain("worklist");
  });

  test("a token for two purposes finds what either grants", async () => {
    const both = await fields(ofLead("WORKLIST", "CASE_ADMISSION"), "Query");
    expect(both).toContain("worklist");
    expect(await fields(ofLead("WORKLIST", "CASE_ADMISSION"), "Person")).toContain("convictions");
    expect(await fields(ofLead("CASE_ADMISSION"), "Query")).not.toContain("worklist");
  });

  test("a purpose that the office has no rule for adds nothing", async () => {
    const own = await contractOf(ofLead("WORKLIST"));
    expect(await contractOf(ofLead("WORKLIST", "DATA_PROTECTION_CONTROL"))).toBe(own);
  });

  test("offices with the same rights share one contract, whatever they are", async () => {
    expect(await contractOf({ office: "RRK_KOELN", role: "CASEWORKER", purposes: ["WORKLIST"] })).toBe(
      await contractOf({ office: "RRK_ARNSBERG", role: "LEAD", purposes: ["WORKLIST"] }),
    );
  });

  test.for([
    ["no purpose at all", []],
    ["only purposes of other offices", ["ASYLUM_PROCEDURE"]],
  ] as const)("a token with %s has no contract", ([, purposes]) => {
    expect(() => contractOf(ofLead(...purposes))).toThrow(GatewayError);
  });
});

function contractOf(who: { office: string; role: string; purposes: readonly string[] } | undefined): Promise<Contract> {
  const office = offices.get(who?.office ?? "");
  if (who === undefined || office === undefined) throw new Error("There is no such office.");
  return contracts.of(office, who.role, who.purposes);
}

async function answer(contract: Contract, body: object): Promise<string> {
  const rawHeaders = ["content-type", "application/json"];
  const disclosed = { status: 200, headers: {}, result: { data: { disclosed: true } } };
  const request = {
    method: "POST",
    url: "http://localhost/graphql",
    address: "192.0.2.1",
    certificate: null,
    rawHeaders,
    search: "",
    body,
  };
  const noNotes = () => {
    throw new Error("Nothing here asks for notes of the contract.");
  };
  const served = contract.serve(request, async () => disclosed, noNotes);
  const reply = await served.catch((error: GatewayError) => error);
  return reply instanceof GatewayError ? `${reply.status} ${reply.message}` : `${reply.status} ${reply.body}`;
}

function probe(name: string, query: (name: string) => string): Probe {
  return { name, request: (given) => ({ query: query(given) }) };
}

function missing(whole: object, kept: object): readonly string[] {
  return Object.keys(whole).filter((name) => !(name in kept));
}

function missingValues(contract: GraphQLSchema, typeName: string): readonly string[] {
  const [whole, kept] = [api.getType(typeName), contract.getType(typeName)];
  if (!isEnumType(whole) || !isEnumType(kept)) return [];
  return whole.getValues().flatMap(({ name }) => (kept.getValue(name) ? [] : [name]));
}

function fieldsIn(schema: GraphQLSchema, typeName: string): Readonly<Record<string, GraphQLField<unknown, unknown>>> {
  const type = schema.getType(typeName);
  return isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
}

function inputFieldsIn(schema: GraphQLSchema, typeName: string) {
  const type = schema.getType(typeName);
  return isInputObjectType(type) ? type.getFields() : {};
}

function fieldsOf(schema: GraphQLSchema) {
  return Object.keys(schema.getTypeMap())
    .filter((name) => !name.startsWith("__") && isCompositeType(schema.getType(name)))
    .map((name) => [name, fieldsIn(schema, name)] as const);
}

/** Input fields that the contract lacks: name, the type whose field takes them, and that field up to the argument's name. */
function inputFields(
  contract: GraphQLSchema,
): readonly (readonly [name: string, typeName: string, argument: string])[] {
  return fieldsOf(contract).flatMap(([typeName, fields]) =>
    Object.values(fields).flatMap((field) =>
      field.args.flatMap((argument) => {
        const { name: inputName } = getNamedType(argument.type);
        return missing(inputFieldsIn(api, inputName), inputFieldsIn(contract, inputName)).map(
          (name) => [name, typeName, `${field.name}(${argument.name}`] as const,
        );
      }),
    ),
  );
}

/** Arguments of root fields, with what is needed to write an operation around one. */
function rootArguments(contract: GraphQLSchema) {
  return (["query", "mutation"] as const).flatMap((operation) => {
    const root = operation === "query" ? contract.getQueryType() : contract.getMutationType();
    return Object.values(root?.getFields() ?? {}).flatMap((field) =>
      field.args.map((argument) => ({
        operation,
        field: field.name,
        argument,
        type: getNamedType(argument.type),
        selection: isCompositeType(getNamedType(field.type)) ? " { __typename }" : "",
      })),
    );
  });
}
