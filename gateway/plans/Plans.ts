import { type Operation, operationFromDocument, type Schema, Supergraph } from "@apollo/federation-internals";
import { ApolloGateway } from "@apollo/gateway";
import { QueryPlanner } from "@apollo/query-planner";
import type { DocumentNode, GraphQLSchema } from "graphql";
import { LRUCache } from "lru-cache";
import { type CompiledOperation, compileOperation } from "./compileOperation.ts";
import { introspection } from "./introspection.ts";
import { SubtypeNames } from "./SubtypeNames.ts";

/** Operations kept planned and compiled. */
const operationsMax = 1_000;

/** What differs between gateways. */
export interface PlansOptions {
  /** Whether an entity that stands at several places of a result is asked for once. @apollo/gateway asks each time. */
  readonly distinctEntities: boolean;
}

/** An operation to be planned: what its plan hangs on, and nothing else. */
export interface PlannedDocument {
  /** The text of `document`: the key by which the plan is kept. */
  readonly text: string;
  readonly document: DocumentNode;
  /** Null: the document's only operation. */
  readonly operationName: string | null;
}

/** What a supergraph is planned with; replaced as one. */
interface Loaded {
  readonly api: Schema;
  readonly schema: GraphQLSchema;
  readonly planner: QueryPlanner;
  readonly subtypes: SubtypeNames;
}

/** Plans and compiles operations of a supergraph, and keeps them. */
export class Plans {
  readonly #gateway: ApolloGateway;
  readonly #options: PlansOptions;
  readonly #loaded: Loaded;
  readonly #kept = new LRUCache<string, CompiledOperation>({ max: operationsMax });
  /** Operations that were planned. */
  planned = 0;

  private constructor(gateway: ApolloGateway, loaded: Loaded, options: PlansOptions) {
    this.#gateway = gateway;
    this.#loaded = loaded;
    this.#options = options;
  }

  /**
   * Has @apollo/gateway load a supergraph. It runs none of the operations.
   *
   * @throws where the SDL is no supergraph, or needs what @apollo/gateway does not support, such as @context
   */
  static async load(supergraphSdl: string, options: PlansOptions): Promise<Plans> {
    // Unless it is told otherwise, @apollo/gateway looks for a cloud it might run in and sends its maker metrics.
    process.env.APOLLO_TELEMETRY_DISABLED = "true";
    const gateway = new ApolloGateway({
      supergraphSdl,
      buildService: () => ({ process: () => Promise.reject(new Error("Plans are run elsewhere.")) }),
      logger: { debug() {}, info() {}, warn() {}, error() {} },
    });
    await gateway.load();
    return new Plans(gateway, read(supergraphSdl), options);
  }

  /** What operations are written against. */
  get schema(): GraphQLSchema {
    return this.#loaded.schema;
  }

  /** @throws GraphQLError where the operation cannot be planned */
  of(planned: PlannedDocument): CompiledOperation {
    // A JSON text ends where it ends: no name and text can be made that read like others.
    const key = `${JSON.stringify(planned.operationName)}${planned.text}`;
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const compiled = this.#compile(planned);
    this.#kept.set(key, compiled);
    return compiled;
  }

  stop(): Promise<void> {
    return this.#gateway.stop();
  }

  #compile({ document, operationName }: PlannedDocument): CompiledOperation {
    this.planned += 1;
    const { api, schema, planner, subtypes } = this.#loaded;
    const operation: Operation = operationFromDocument(api, document, operationName === null ? {} : { operationName });
    const plan = planner.buildQueryPlan(operation);
    const { distinctEntities } = this.#options;
    return compileOperation(operation, plan, subtypes, introspection(schema, operation), distinctEntities);
  }
}

function read(supergraphSdl: string): Loaded {
  const supergraph = Supergraph.build(supergraphSdl);
  const api = supergraph.apiSchema();
  return {
    api,
    schema: api.toGraphQLJSSchema(),
    planner: new QueryPlanner(supergraph),
    subtypes: new SubtypeNames(supergraph.schema.toGraphQLJSSchema()),
  };
}
