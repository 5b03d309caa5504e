import type { webcrypto } from "node:crypto";
import { generateKeyPair, SignJWT } from "jose";
import { type GrantClaims, type GrantEntry, grantLifeSeconds } from "../../../schema/grant.ts";
import { criminalRecords } from "../../../subgraphs/criminal-records/subgraph.ts";
import { serve } from "../../../subgraphs/serve.ts";
import { migrate } from "../../../subgraphs/shell/migrate.ts";
import { openStore, type Store } from "../../../subgraphs/shell/openStore.ts";

/** The criminal records of a few persons, served by the real shell on a store in memory. */
export interface RecordsWorld {
  readonly store: Store;
  /** What the subgraph tells of persons, in their order, under a grant. */
  tell(grant: GrantClaims, selection: string, ...personRefs: readonly string[]): Promise<Told>;
  close(): Promise<void>;
}

export interface Told {
  // biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is that of its selection
  readonly persons: readonly any[];
  readonly codes: readonly unknown[];
}

export const dateOfQuestion = "2026-06-15";

export async function openRecordsWorld(): Promise<RecordsWorld> {
  const store = await openStore({ folder: null, databaseUrl: null });
  await migrate(store, [{ folder: "criminal-records", schema: criminalRecords.schema }], () => null);
  const keys = await generateKeyPair("EdDSA", { crv: "Ed25519" });
  const failures: unknown[] = [];
  const running = await serve(criminalRecords, store.owner, keys.publicKey as webcrypto.CryptoKey, (_, error) =>
    failures.push(error),
  );
  const sign = (grant: GrantClaims) =>
    new SignJWT({ grant })
      .setProtectedHeader({ alg: "EdDSA" })
      .setIssuedAt()
      .setExpirationTime(`${grantLifeSeconds}s`)
      .setAudience("criminal-records")
      .sign(keys.privateKey);
  return {
    store,
    async tell(grant, selection, ...personRefs) {
      const answer = await running.answer({
        query: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Person { ${selection} } } }`,
        variables: { of: personRefs.map((personRef) => ({ __typename: "Person", personRef })) },
        operationName: null,
        grant: await sign(grant),
        operationId: "test",
      });
      if (failures.length > 0) throw failures.pop();
      const data = JSON.parse(JSON.stringify(answer.data ?? { _entities: [] }));
      return { persons: data._entities, codes: (answer.errors ?? []).map(({ extensions }) => extensions?.code) };
    },
    async close() {
      await running.stop();
      await store.close();
    },
  };
}

/** A grant to read categories under one relation, unless it says otherwise. */
export function grantFor(
  office: string,
  when: string,
  categories: readonly string[],
  particulars: Partial<GrantClaims> = {},
  unless: readonly string[] = [],
): GrantClaims {
  const entries = categories.map((category): GrantEntry => ({ category, action: "SEE", when: [when], unless }));
  return {
    office,
    holder: office,
    role: "CASEWORKER",
    purpose: "CASE_MANAGEMENT",
    caseRef: null,
    date: dateOfQuestion,
    person: null,
    entries: [...entries, { category: "RELATION_FACTS", action: "SEE", when: ["ANY"], unless: [] }],
    ...particulars,
  };
}
