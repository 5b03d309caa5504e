import type { FormattedExecutionResult } from "graphql";
import { generateKeyPair } from "jose";
import type { GrantClaims } from "../../schema/grant.ts";
import { serve } from "../../subgraphs/serve.ts";
import type { Store } from "../../subgraphs/shell/openStore.ts";
import type { Subgraph } from "../../subgraphs/shell/Subgraph.ts";
import { openEmptyStore } from "./openEmptyStore.ts";
import { signGrant } from "./signGrant.ts";

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
export type Answer = FormattedExecutionResult<any>;

/** A subgraph on a database of its own, asked as the gateway asks it. */
export interface Room {
  readonly store: Store;
  /** What the gateway reads under a grant. Throws what went wrong behind an INTERNAL error. */
  ask(grant: GrantClaims, query: string, variables?: object): Promise<Answer>;
  /** The same, but INTERNAL is an answer too; what went wrong is in `failures`. */
  answer(grant: GrantClaims, query: string, variables?: object): Promise<Answer>;
  /** What went wrong behind INTERNAL errors, in order. */
  readonly failures: readonly unknown[];
  /** SQL statements that a piece of work sends. */
  statementsOf(work: () => Promise<unknown>): Promise<number>;
  close(): Promise<void>;
}

/** Opens a subgraph with no rows. */
export async function openRoom(subgraph: Subgraph): Promise<Room> {
  const store = await openEmptyStore();
  const { privateKey, publicKey } = await generateKeyPair("EdDSA", { crv: "Ed25519" });
  const failures: unknown[] = [];
  const running = await serve(subgraph, store.owner, publicKey, (_, error) => failures.push(error));
  const answer: Room["answer"] = async (claims, query, variables = {}) => {
    const grant = await signGrant(claims, subgraph.name, privateKey);
    const request = { query, variables: { ...variables }, operationName: null, grant, operationId: "test" };
    return JSON.parse(JSON.stringify(await running.answer(request)));
  };
  return {
    store,
    answer,
    failures,
    async ask(claims, query, variables) {
      const before = failures.length;
      const answered = await answer(claims, query, variables);
      if (failures.length > before) throw failures[before];
      return answered;
    },
    async statementsOf(work) {
      const before = store.statements.count;
      await work();
      return store.statements.count - before;
    },
    async close() {
      await running.stop();
      await store.close();
    },
  };
}
