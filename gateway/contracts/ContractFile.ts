import type { GraphQLSchema } from "graphql";

/** A contract as it is written to `schema/contracts/`. */
export interface ContractFile {
  /** Name without `.graphql`, for example `rrk-muenster-lead`. */
  readonly name: string;
  /** Who reads it, each as `<kind or office> <role>`: a kind where most of its offices do, else the single office. Sorted. */
  readonly readers: readonly string[];
  readonly schema: GraphQLSchema;
}
