import type { GraphQLError } from "graphql";
import type { Admits, Ask, JsonObject } from "./Ask.ts";

/** One run of a plan: what it was given, and what it has gathered so far. */
export interface PlanRun {
  readonly variables: Readonly<JsonObject>;
  readonly ask: Ask;
  /** Null: every key goes out. */
  readonly admits: Admits | null;
  readonly data: JsonObject;
  readonly errors: GraphQLError[];
}

/** A compiled step of a plan. Never rejects: what fails is an error of the run. */
export type Step = (run: PlanRun) => Promise<void> | undefined;
