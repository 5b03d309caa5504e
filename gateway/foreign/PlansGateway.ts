import type { ApolloServerOptionsWithGateway } from "@apollo/server";
import { getOperationAST } from "graphql";
import { getVariableValues } from "graphql/execution/values.js";
import type { Ask } from "../plans/Ask.ts";
import { Plans } from "../plans/Plans.ts";

/** What Apollo Server asks of a gateway. */
type Gateway = ApolloServerOptionsWithGateway<object>["gateway"];
type SchemaListener = Parameters<Gateway["onSchemaLoadOrUpdate"]>[0];
type Executor = NonNullable<Awaited<ReturnType<Gateway["load"]>>["executor"]>;

/** A gateway for Apollo Server that runs its plans here: everything that an operation names is asked. */
export class PlansGateway implements Gateway {
  readonly #supergraphSdl: string;
  readonly #ask: Ask;
  readonly #listeners = new Set<SchemaListener>();
  #plans: Plans | null = null;

  constructor(supergraphSdl: string, ask: Ask) {
    this.#supergraphSdl = supergraphSdl;
    this.#ask = ask;
  }

  onSchemaLoadOrUpdate(listener: SchemaListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** @throws where the supergraph cannot be loaded */
  async load(): Promise<{ executor: Executor }> {
    const plans = await Plans.load(this.#supergraphSdl, { distinctEntities: false });
    this.#plans = plans;
    for (const tell of this.#listeners) tell({ apiSchema: plans.schema, coreSupergraphSdl: this.#supergraphSdl });
    return { executor: (context) => this.#execute(plans, context) as ReturnType<Executor> };
  }

  async stop(): Promise<void> {
    await this.#plans?.stop();
  }

  async #execute(plans: Plans, { document, source, request, operationName }: Parameters<Executor>[0]) {
    const variables = request.variables ?? {};
    const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
    const { errors } = getVariableValues(plans.schema, definitions, variables);
    if (errors !== undefined) return { errors };
    const named = operationName ?? null;
    const compiled = plans.of({ text: source, document, operationName: named });
    return compiled.run({ variables, ask: this.#ask });
  }
}
