import { join } from "node:path";
import { type BenchData, makeBenchData } from "./benchData.ts";
import { ChildProcess } from "./processes/ChildProcess.ts";
import type { SubgraphUrls } from "./processes/subgraphs.ts";

/** The gateways that are set beside each other. */
export type GatewayName = keyof typeof programs;

/** What each gateway is: its program, and where it finds its subgraphs. */
const programs = {
  filtered: { file: "filteredGateway.ts", subgraphs: "real" },
  bare: { file: "bareGateway.ts", subgraphs: "real" },
  unrecorded: { file: "unrecordedGateway.ts", subgraphs: "real" },
  embedded: { file: "filteredGateway.ts", subgraphs: "own" },
  filteredInMemory: { file: "filteredGateway.ts", subgraphs: "remembering" },
  unrecordedInMemory: { file: "unrecordedGateway.ts", subgraphs: "remembering" },
  inProcess: { file: "inProcessGateway.ts", subgraphs: "remembering" },
  bareInMemory: { file: "bareGateway.ts", subgraphs: "remembering" },
  openInMemory: { file: "openGateway.ts", subgraphs: "remembering" },
  mergingInMemory: { file: "mergingProgram.ts", subgraphs: "remembering" },
} as const satisfies Record<string, { readonly file: string; readonly subgraphs: "own" | keyof SubgraphUrls }>;

/** A gateway that can be asked. */
export interface ArenaGateway {
  readonly process: ChildProcess;
  /** Its GraphQL endpoint. */
  readonly url: string;
  /** Requests it has answered in rounds, whatever the subject: how warm it is. */
  readonly answered: { count: number };
}

/** Gateways and subgraphs as processes, over one population. Each is started when it is first needed. */
export class Arena {
  readonly data: BenchData;
  /** All subgraphs that are asked over HTTP. */
  readonly subgraphs: ChildProcess;
  readonly #gateways = new Map<GatewayName, Promise<ArenaGateway>>();

  private constructor(data: BenchData, subgraphs: ChildProcess) {
    this.data = data;
    this.subgraphs = subgraphs;
  }

  /** @param server URL of a PostgreSQL whose user may make databases and roles; null: PGlite */
  static async open(server: string | null, onProgress: (done: number, total: number) => void): Promise<Arena> {
    const data = await makeBenchData(server, onProgress);
    try {
      const environment = { ...data.remote.variables, SICHTFELD_GRANT_PUBLIC_KEY_FILE: data.grantPublicKeyFile };
      return new Arena(data, await ChildProcess.start("subgraphs.ts", environmentWith(environment)));
    } catch (error) {
      await data.remove();
      throw error;
    }
  }

  /** The gateway of that name, started if it is not yet. */
  gateway(name: GatewayName): Promise<ArenaGateway> {
    const known = this.#gateways.get(name) ?? this.#start(name);
    this.#gateways.set(name, known);
    return known;
  }

  /** Ends every process, gateways first, and removes the data. */
  async close(): Promise<void> {
    const gateways = await Promise.allSettled(this.#gateways.values());
    const started = gateways.flatMap((each) => (each.status === "fulfilled" ? [each.value.process] : []));
    await Promise.all(started.map((each) => each.stop()));
    await this.subgraphs.stop();
    await this.data.remove();
  }

  async #start(name: GatewayName): Promise<ArenaGateway> {
    const { file, subgraphs } = programs[name];
    const environment =
      subgraphs === "own"
        ? this.data.embedded.variables
        : {
            SICHTFELD_DATA: this.data.remote.folder,
            SICHTFELD_LOG: join(this.data.folder, `access-log-${name}`),
            SICHTFELD_SUBGRAPHS: JSON.stringify((this.subgraphs.ready as SubgraphUrls)[subgraphs]),
            SICHTFELD_GRANT_KEY_FILE: this.data.grantKeyFile,
          };
    const process = await ChildProcess.start(file, environmentWith({ PORT: "0", ...environment }));
    return { process, url: String(process.ready), answered: { count: 0 } };
  }
}

/** Nothing that the caller has set for a gateway of his own reaches the benchmark's processes. */
function environmentWith(own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, TMPDIR, ...own };
}
