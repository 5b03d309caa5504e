import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Pool } from "undici";
import { readSettings } from "../../gateway/settings.ts";
import { grantHeader } from "../../schema/grant.ts";
import { givenGrants } from "./givenGrants.ts";
import { serveParent } from "./serveParent.ts";

/*
 * What somebody would write by hand for these two questions and no other: the calls that a plan makes, and the answers put together. It
 * reads no token, decides nothing, shapes nothing and records nothing.
 */
type Person = Record<string, unknown>;

const person = `personRef familyName givenNames dateOfBirth fileRef residenceStatus { code { code } validUntil }
  obligationToLeave { exists enforceable finality } toleration { validUntil } travelDocument { kind present validUntil }`;
const list = `query { persons(first: 20) { edges { node { ${person} } } } }`;
const single = `query($personRef: ID!) { person(personRef: $personRef) { ${person} } }`;
const entities = (fields: string) =>
  `query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Person { ${fields} } } }`;
const records =
  entities(`convictions { id court decidedOn finalOn offences { provision committedOn } sentence { kind { code } months } }
  investigations { state since } custody { from expectedEnd }`);
const cases = entities("cases { caseRef state openedOn measures { kind state dueOn } deadlines { subject dueOn } }");

const { subgraphUrls, grantKeyFile } = readSettings(process.env);
const grants = await givenGrants(grantKeyFile);
const pools = new Map(
  [...(subgraphUrls ?? [])].map(([name, url]) => [name, new Pool(new URL(url).origin, { connections: 32 })]),
);

async function call(subgraph: string, query: string, variables: object): Promise<Record<string, unknown>> {
  const pool = pools.get(subgraph);
  if (pool === undefined) throw new Error(`There is no subgraph ${subgraph}.`);
  const headers = { "content-type": "application/json", [grantHeader]: grants.of(subgraph) };
  const response = await pool.request({
    path: "/graphql",
    method: "POST",
    headers,
    body: JSON.stringify({ query, variables }),
  });
  const { data } = (await response.body.json()) as { readonly data: Record<string, unknown> };
  return data;
}

async function complete(persons: readonly Person[]): Promise<void> {
  const representations = persons.map(({ personRef }) => ({ __typename: "Person", personRef }));
  const [ofRecords, ofCases] = await Promise.all([
    call("criminal-records", records, { representations }),
    call("casework", cases, { representations }),
  ]);
  persons.forEach(
    (each, index) =>
      void Object.assign(each, (ofRecords._entities as Person[])[index], (ofCases._entities as Person[])[index]),
  );
}

async function answer({ variables }: { readonly variables: { readonly personRef?: string } }): Promise<object> {
  if (variables.personRef === undefined) {
    const data = await call("immigration", list, {});
    const { edges } = data.persons as { readonly edges: readonly { readonly node: Person }[] };
    await complete(edges.map(({ node }) => node));
    return data;
  }
  const data = await call("immigration", single, variables);
  await complete([data.person as Person]);
  return data;
}

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const data = await answer(JSON.parse(Buffer.concat(chunks).toString()));
  response.setHeader("content-type", "application/json").end(JSON.stringify({ data }));
}).listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  serveParent(`http://127.0.0.1:${port}/graphql`, { grant: grants.take }, async () => {
    grants.stop();
    server.closeAllConnections();
    server.close();
  });
});
