import { decodeJwt } from "jose";
import type { GrantClaims } from "../../schema/grant.ts";
import { listen } from "../../subgraphs/listen.ts";
import { prepareStore } from "../../subgraphs/prepareStore.ts";
import { readGrantPublicKey } from "../../subgraphs/readGrantPublicKey.ts";
import { roster } from "../../subgraphs/roster.ts";
import { type RunningSubgraph, serve } from "../../subgraphs/serve.ts";
import { roleOf } from "../../subgraphs/shell/migrate.ts";
import { rememberingDoor } from "./rememberingDoor.ts";
import { serveParent } from "./serveParent.ts";

/** Where the subgraphs are asked: name → URL. */
export interface SubgraphUrls {
  readonly real: Readonly<Record<string, string>>;
  /** The same subgraphs, answering from memory what they were asked before. */
  readonly remembering: Readonly<Record<string, string>>;
}

/** Requests to subgraphs and SQL statements, since the process began. */
export interface Counts {
  readonly requests: number;
  readonly statements: number;
}

/*
 * All subgraphs, each with an HTTP server of its own, in one process: PGlite lets no second one into its folder, and PostgreSQL
 * is measured the same way.
 * It counts what it is asked and remembers the claims of the latest grants, so that another gateway can be given the same.
 */
const store = await prepareStore(process.env, () => {});
const grantKey = await readGrantPublicKey(process.env.SICHTFELD_GRANT_PUBLIC_KEY_FILE);
const claims: Record<string, GrantClaims> = {};
let requests = 0;

const listening = await Promise.all(
  roster.map(async (member) => {
    const running = await serve(member, store.as(roleOf(member.schema)), grantKey, () => {});
    const seen = watched(running);
    const [door, remembering] = await Promise.all([listen(seen, 0, "127.0.0.1"), rememberingDoor(seen)]);
    return { name: member.name, running, door, remembering };
  }),
);

serveParent(
  {
    real: Object.fromEntries(listening.map(({ name, door }) => [name, `${door.url}/graphql`])),
    remembering: Object.fromEntries(listening.map(({ name, remembering }) => [name, remembering.url])),
  } satisfies SubgraphUrls,
  { counts: (): Counts => ({ requests, statements: store.statements.count }), claims: () => claims },
  async () => {
    await Promise.all(listening.flatMap(({ door, remembering }) => [door.stop(), remembering.stop()]));
    await Promise.all(listening.map(({ running }) => running.stop()));
    await store.close();
  },
);

function watched(running: RunningSubgraph): RunningSubgraph {
  let latest: string | null = null;
  return {
    ...running,
    answer(request) {
      requests += 1;
      if (request.grant !== null && request.grant !== latest) {
        latest = request.grant;
        claims[running.name] = decodeJwt<{ grant: GrantClaims }>(request.grant).grant;
      }
      return running.answer(request);
    },
  };
}
