import type { webcrypto } from "node:crypto";
import { generateKeyPair, SignJWT } from "jose";
import { type GrantClaims, grantLifeSeconds } from "../../../schema/grant.ts";
import { immigration } from "../../../subgraphs/immigration/subgraph.ts";
import type { Blueprint } from "../../../subgraphs/population/Blueprint.ts";
import { seededFaker } from "../../../subgraphs/population/seededFaker.ts";
import { serve } from "../../../subgraphs/serve.ts";
import { migrate } from "../../../subgraphs/shell/migrate.ts";
import { openStore, type Store } from "../../../subgraphs/shell/openStore.ts";

/** Immigration data of a few persons, served by the real shell on a store in memory. */
export interface World {
  readonly store: Store;
  /** The subgraph's answer under a grant; `data` is null where there is none. */
  ask(grant: GrantClaims, query: string, variables?: Record<string, unknown>): Promise<Answer>;
  close(): Promise<void>;
}

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is that of its query
  readonly data: any;
  readonly codes: readonly unknown[];
}

export const dateOfQuestion = "2026-06-15";

export async function openWorld(blueprints: readonly Blueprint[]): Promise<World> {
  const store = await openStore({ folder: null, databaseUrl: null });
  await migrate(store, [{ folder: "immigration", schema: immigration.schema }], () => null);
  await immigration.populate?.(store.owner, blueprints);
  const keys = await generateKeyPair("EdDSA", { crv: "Ed25519" });
  const failures: unknown[] = [];
  const running = await serve(immigration, store.owner, keys.publicKey as webcrypto.CryptoKey, (_, error) =>
    failures.push(error),
  );
  return {
    store,
    async ask(grant, query, variables = {}) {
      const token = await new SignJWT({ grant })
        .setProtectedHeader({ alg: "EdDSA" })
        .setIssuedAt()
        .setExpirationTime(`${grantLifeSeconds}s`)
        .setAudience("immigration")
        .sign(keys.privateKey);
      const answer = await running.answer({ query, variables, operationName: null, grant: token, operationId: "test" });
      if (failures.length > 0) throw failures.pop();
      return {
        data: JSON.parse(JSON.stringify(answer.data ?? null)),
        codes: (answer.errors ?? []).map(({ extensions }) => extensions?.code),
      };
    },
    async close() {
      await running.stop();
      await store.close();
    },
  };
}

/** An adult third-country national whose file Kreis Borken keeps, without any procedure, but for what is particular. */
export function blueprint(index: number, particulars: Partial<Blueprint> = {}): Blueprint {
  const personRef = `P-TEST${String(index).padStart(8, "0")}`;
  return {
    index,
    personRef,
    showcase: null,
    date: dateOfQuestion,
    dateOfBirth: "1990-03-05",
    legalRegime: "THIRD_COUNTRY",
    transferBlock: "NONE",
    competentAuthority: "ABH_05554",
    fileRef: `ABH-BOR-${index}`,
    region: "Münster",
    rrk: "RRK_MUENSTER",
    asylum: "NONE",
    asylumFileRef: null,
    obligation: "NONE",
    conduct: "NONE",
    prosecution: "STA_R2700S",
    prosecutionFileRef: null,
    police: "POLICE_MUENSTER",
    policeFileRef: null,
    lkaFileRef: null,
    prison: null,
    prisonFileRef: null,
    custodyFrom: null,
    custodyUntil: null,
    cases: [],
    random: (room) => seededFaker("immigration test", index, room),
    ...particulars,
  };
}

/** Relations under which each category is granted. */
export type Sees = Readonly<Record<string, readonly string[]>>;

/** A grant to read; every category is closed to persons under the large transfer block, as the policy has it. */
export function grant(office: string, sees: Sees, particulars: Partial<GrantClaims> = {}): GrantClaims {
  return {
    office,
    holder: office,
    role: "CASEWORKER",
    purpose: "RESIDENCE_PROCEDURE",
    caseRef: null,
    date: dateOfQuestion,
    person: null,
    entries: Object.entries(sees).map(([category, when]) => ({
      category,
      action: "SEE",
      when,
      unless: ["LARGE_TRANSFER_BLOCK"],
    })),
    ...particulars,
  };
}
