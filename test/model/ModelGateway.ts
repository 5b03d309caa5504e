import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AccessEntry } from "../../gateway/audit/AccessEntry.ts";
import type { Receipt } from "../../gateway/audit/Receipt.ts";
import type { DoorAnswer, DoorRequest } from "../../gateway/doors.ts";
import { type EmbeddedSubgraphs, embeddedSubgraphs } from "../../gateway/embeddedSubgraphs.ts";
import { grantKeys } from "../../gateway/grantKeys.ts";
import type { House } from "../../gateway/House.ts";
import { httpServer } from "../../gateway/httpServer.ts";
import { type OpenHouse, openHouse } from "../../gateway/openHouse.ts";
import { subgraphNames } from "../../schema/subgraphNames.ts";
import type { Store } from "../../subgraphs/shell/openStore.ts";
import type { Asked } from "./Asked.ts";
import { chance } from "./chance.ts";
import { drawnRandomness } from "./drawnRandomness.ts";
import { requesterOf, type Setting } from "./Setting.ts";
import { readTables, type Tables, tidyTables, writeTables } from "./Tables.ts";
import { type Worn, wearOf } from "./Worn.ts";

/** A request to a subgraph and what it answered. */
export interface Exchange {
  readonly subgraph: string;
  readonly request: DoorRequest;
  readonly answer: DoorAnswer;
}

/** Everything that an answer lets be observed: by the requester, and by who watches the wires and the clock. */
export interface Observed {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
  readonly traffic: readonly Exchange[];
  readonly statements: number;
}

/** How an operation is asked, where it is not the first of its requester before the gateway as it is. */
export interface How {
  /** Whether the access goes on record in the log's files. */
  readonly isRecorded?: boolean;
  /** A gateway whose defence is broken on purpose. */
  readonly house?: House;
  readonly worn?: Worn | null;
}

/** An access that is on record, and where. */
export interface RecordedAccess {
  readonly entry: AccessEntry;
  readonly receipt: Receipt;
}

/** What the operator is told that must not be: an incident, or a failure that no code names. */
export interface Report {
  readonly event: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Schemas that mutations write to. */
const written = ["directory", "casework", "scoring"];

/** A store with its subgraphs. */
interface Side {
  readonly store: Store;
  readonly subgraphs: EmbeddedSubgraphs;
  /** What the store holds; a table that a mutation may have written is missing. */
  loaded: Tables;
}

/** Tables that are written before the stores are tidied. */
const writtenBeforeTidying = 1000;

const wallClock = new Date("2026-06-15T10:00:00.000Z");

/**
 * One gateway before several stores, asked through its HTTP server, without tokens. Clock, ids and drawn bytes are fixed, so that
 * stores of equal content are answered from in equal bytes.
 */
export class ModelGateway {
  readonly reports: Report[] = [];
  /** Accesses that went on record, as data protection officers read of them. */
  readonly accesses: RecordedAccess[] = [];
  readonly #folder = mkdtempSync(join(tmpdir(), "sichtfeld-model-"));
  readonly #sides: Side[] = [];
  #house: OpenHouse | null = null;
  #fixed: House | null = null;
  #server: ReturnType<typeof httpServer> | null = null;
  #asked = 0;
  #written = 0;
  #exchanges: Exchange[] = [];

  private constructor() {}

  /** @param stores migrated; closed with the gateway */
  static async open(stores: readonly Store[]): Promise<ModelGateway> {
    const gateway = new ModelGateway();
    const keys = await grantKeys(null);
    const { logFolder } = gateway;
    const report = (event: string, detail: Report["detail"]) => void gateway.reports.push({ event, detail });
    for (const store of stores) {
      const subgraphs = await embeddedSubgraphs(store, logFolder, keys.publicKey, (subgraph, error) =>
        report("failure", { subgraph, error }),
      );
      gateway.#sides.push({ store, subgraphs, loaded: {} });
    }
    gateway.#house = await openHouse({
      acceptance: {
        issuer: { issuer: "", findKey: () => Promise.reject(new Error("No token is looked at.")) },
        binding: "none",
        nonce: false,
      },
      grantKey: keys.privateKey,
      doors: new Map(subgraphNames.map((name) => [name, (request) => gateway.#pass(name, request)])),
      log: {
        folder: logFolder,
        instance: null,
        keyFile: join(logFolder, "key.pem"),
        makeKey: true,
        witnessesFile: null,
      },
      policyFolder: null,
      date: null,
      report,
    });
    gateway.#server = httpServer(
      () => gateway.#fixed ?? gateway.house,
      async () => [],
      gateway.#house.policy,
      () => {},
    );
    return gateway;
  }

  /** Folder of the access log. */
  get logFolder(): string {
    return join(this.#folder, "access-log");
  }

  get house(): House {
    if (this.#house === null) throw new Error("The gateway is closed.");
    return this.#house.house();
  }

  /** Makes a store hold these tables; only those that differ from what it holds are written. */
  async load(side: number, tables: Tables): Promise<void> {
    const { store, loaded } = this.#side(side);
    const changed = Object.entries(tables).filter(([name, rows]) => loaded[name] !== rows);
    await writeTables(store, Object.fromEntries(changed));
    this.#written += changed.length;
    if (this.#written > writtenBeforeTidying) {
      this.#written = 0;
      for (const each of this.#sides) await tidyTables(each.store);
    }
    this.#side(side).loaded = tables;
  }

  /** What stands in the tables that mutations write to. */
  read(side: number): Promise<Tables> {
    return readTables(this.#side(side).store, written);
  }

  /** @param number fixes ids and drawn bytes */
  async ask(side: number, setting: Setting, asked: Asked, number: number, how: How = {}): Promise<Observed> {
    const { isRecorded = false, house = this.house, worn = null } = how;
    this.#asked = side;
    this.#exchanges = [];
    const { statements } = this.#side(side).store;
    const before = statements.count;
    const requester = requesterOf(setting, number);
    let ids = 0;
    this.#fixed = {
      ...house,
      identify: async () => requester,
      wear: wearOf(worn, setting, requester, wallClock),
      date: () => setting.date,
      now: () => wallClock,
      newId: () => `00000000-0000-7000-8000-${String(number).padStart(8, "0")}${String(++ids).padStart(4, "0")}`,
      log: {
        append: async (entry) => {
          if (!isRecorded) return { operation: entry.id, segment: "", line: 0, hash: "", leaf: 0 };
          const receipt = await house.log.append(entry);
          this.accesses.push({ entry, receipt });
          return receipt;
        },
        appendRepeated: async () => null,
        nameAhead: () => {},
        erase: async () => 0,
        appendFailure: async () => ({ operation: "", segment: "", line: 0, hash: "", leaf: 0 }),
      },
    };
    const { status, headers, body } = await (asked.query.includes("mutation")
      ? drawnRandomness(chance(number), () => this.#send(asked))
      : this.#send(asked));
    const hasWritten = ({ request, answer: given }: Exchange) =>
      request.query.startsWith("mutation") && Object.values(given.data ?? {}).some((value) => value !== null);
    if (this.#exchanges.some(hasWritten))
      this.#side(side).loaded = Object.fromEntries(
        Object.entries(this.#side(side).loaded).filter(([name]) => !written.includes(name.split(".")[0] ?? "")),
      );
    return { status, headers, body, traffic: this.#exchanges, statements: statements.count - before };
  }

  /** Everything that goes over the wire but the clock in `date`. */
  async #send(asked: Asked): Promise<Pick<Observed, "status" | "headers" | "body">> {
    if (this.#server === null) throw new Error("The gateway is closed.");
    const headers = { "content-type": "application/json" };
    const reply = await this.#server.inject({ method: "POST", url: "/graphql", headers, payload: { ...asked } });
    const { date: _date, ...told } = reply.headers;
    return { status: reply.statusCode, headers: told, body: reply.body };
  }

  async close(): Promise<void> {
    await this.#server?.close();
    await this.#house?.close();
    for (const { store, subgraphs } of this.#sides) {
      await subgraphs.stop();
      await store.close();
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #side(side: number): Side {
    const found = this.#sides[side];
    if (found === undefined) throw new Error(`There is no side ${side}.`);
    return found;
  }

  async #pass(subgraph: string, request: DoorRequest): Promise<DoorAnswer> {
    const door = this.#side(this.#asked).subgraphs.doors.get(subgraph);
    if (door === undefined) throw new Error(`There is no subgraph ${subgraph}.`);
    const answer = await door(request);
    // A copy: the gateway puts what other subgraphs say into the same objects.
    this.#exchanges.push({ subgraph, request, answer: structuredClone(answer) });
    return answer;
  }
}
