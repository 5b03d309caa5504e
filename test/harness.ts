import { readdirSync, readFileSync } from "node:fs";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import type { GraphQLFormattedError } from "graphql";
import { decodeJwt } from "jose";
import { unworn } from "../bench/unworn.ts";
import type { Door, DoorRequest } from "../gateway/doors.ts";
import { demonstrationIssuer } from "../gateway/identity/demonstrationIssuer.ts";
import { type Persona, personas } from "../gateway/identity/personas.ts";
import { type RunningGateway, startGateway } from "../gateway/startGateway.ts";
import type { WearLimits } from "../gateway/wear/Wear.ts";
import type { GrantClaims } from "../schema/grant.ts";
import { openMigratedStore } from "../subgraphs/openMigratedStore.ts";
import type { Database } from "../subgraphs/shell/openStore.ts";
import { storeSettings } from "../subgraphs/storeSettings.ts";
import { ownEnvironment } from "./ownEnvironment.ts";

/** What a persona states with a request. */
export interface Stated {
  readonly purpose?: string;
  readonly caseRef?: string;
  readonly reason?: string;
}

/** What came back over HTTP. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** The body as it was sent. */
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly data: any;
  readonly errors: readonly GraphQLFormattedError[];
}

/** One request that reached a subgraph. */
export interface Traffic extends DoorRequest {
  readonly subgraph: string;
  readonly claims: GrantClaims;
}

/** A running system of its own: gateway over HTTP, all subgraphs, a population, an access log. */
export interface World {
  readonly gateway: RunningGateway;
  /** Every request to a subgraph since the last `forget`. */
  readonly traffic: readonly Traffic[];
  /** Incidents and failures that the operator was told of. */
  readonly reports: readonly { readonly event: string; readonly detail: Readonly<Record<string, unknown>> }[];
  forget(): void;
  token(persona: string): Promise<string>;
  ask(persona: string, stated: Stated, query: string, variables?: Readonly<Record<string, unknown>>): Promise<Reply>;
  /** The same for somebody who is no persona. */
  askAs(
    who: Pick<Persona, "office" | "role" | "purposes"> & Partial<Pick<Persona, "person" | "personRef">>,
    stated: Stated,
    query: string,
    variables?: Readonly<Record<string, unknown>>,
  ): Promise<Reply>;
  post(headers: Readonly<Record<string, string>>, body: string): Promise<Reply>;
  /** Entries of the access log, in the order in which they were written. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into entries of every version
  log(): readonly any[];
  /** What a token of the access log stands for; null where nothing does. */
  named(token: string | null): string | null;
  /** Takes the folder of the access log away, as a broken disk would. */
  breakLog(): Promise<void>;
  /** Puts it back. */
  mendLog(): Promise<void>;
  close(): Promise<void>;
}

export interface WorldOptions {
  /** Rates and ceilings; `limits` for the real ones, which no test shall reach by accident. */
  readonly wear?: WearLimits;
  /** Date of the question. */
  readonly date?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Changes what is stored before the system starts. */
  readonly prepare?: (database: Database) => Promise<void>;
  /** Stands between gateway and subgraph, for faults. */
  readonly wrapDoor?: (name: string, door: Door) => Door;
}

/** Opens a world on a copy of the shared population. */
export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const { folder, variables, remove } = await ownEnvironment("population");
  if (options.prepare !== undefined) {
    const store = await openMigratedStore(storeSettings(variables));
    await options.prepare(store.owner);
    await store.close();
  }
  const traffic: Traffic[] = [];
  const reports: { event: string; detail: Readonly<Record<string, unknown>> }[] = [];
  const gateway = await startGateway({
    environment: {
      ...variables,
      PORT: "0",
      SICHTFELD_DATE: options.date ?? "2026-06-15",
      ...options.environment,
    },
    onProgress: () => {},
    report: (event, detail) => void reports.push({ event, detail }),
    wear: options.wear ?? unworn,
    wrapDoor: (name, door) => recording(name, options.wrapDoor?.(name, door) ?? door, traffic),
  }).catch(async (error) => {
    await remove();
    throw error;
  });
  const issuer = await demonstrationIssuer(folder);
  const [anybody] = personas.values();
  if (anybody === undefined) throw new Error("There are no personas.");
  const token = async (name: string) => {
    const persona = personas.get(name);
    if (persona === undefined) throw new Error(`There is no persona ${name}.`);
    return issuer.issueToken(persona, 10);
  };
  const post = async (headers: Readonly<Record<string, string>>, body: string): Promise<Reply> => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body,
    });
    const text = await response.text();
    const { data, errors } = JSON.parse(text);
    return { status: response.status, headers: response.headers, text, data, errors: errors ?? [] };
  };
  return {
    gateway,
    traffic,
    reports,
    forget: () => void traffic.splice(0),
    token,
    post,
    ask: async (persona, stated, query, variables = {}) =>
      post(
        { authorization: `Bearer ${await token(persona)}`, ...statedHeaders(stated) },
        JSON.stringify({ query, variables }),
      ),
    askAs: async (who, stated, query, variables = {}) => {
      const issued = await issuer.issueToken({ ...anybody, ...who }, 10);
      return post(
        { authorization: `Bearer ${issued}`, ...statedHeaders(stated) },
        JSON.stringify({ query, variables }),
      );
    },
    log: () => readLog(join(folder, "access-log")),
    named: (token) => readKeyTables(join(folder, "access-log")).get(token ?? "") ?? null,
    // In one step: the log goes on writing, and a folder that is emptied file by file would fill again.
    breakLog: () => rename(join(folder, "access-log"), join(folder, "access-log-gone")),
    mendLog: () => rename(join(folder, "access-log-gone"), join(folder, "access-log")),
    async close() {
      await gateway.stop();
      await remove();
    },
  };
}

function statedHeaders({ purpose, caseRef, reason = "Prüfung im Einzelfall" }: Stated): Record<string, string> {
  return {
    ...(purpose === undefined ? {} : { "access-purpose": encodeURIComponent(purpose) }),
    ...(caseRef === undefined ? {} : { "access-case": encodeURIComponent(caseRef) }),
    "access-reason": encodeURIComponent(reason),
  };
}

function recording(subgraph: string, door: Door, traffic: Traffic[]): Door {
  return (request) => {
    const { grant } = decodeJwt<{ grant: GrantClaims }>(request.grant);
    traffic.push({ ...request, subgraph, claims: grant });
    return door(request);
  };
}

function readKeyTables(folder: string): ReadonlyMap<string, string> {
  const rows = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /keys-\d+\.jsonl$/.test(name))
    .flatMap((name) => readFileSync(join(folder, name), "utf8").trimEnd().split("\n"))
    .map((line) => JSON.parse(line));
  return new Map(rows.map(({ token, value }) => [token, value]));
}

function readLog(folder: string): readonly unknown[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /journal-\d+\.jsonl$/.test(name))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), "utf8").trimEnd().split("\n"))
    .map((line) => JSON.parse(line).entry);
}
