import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from "graphql";
import type { Selection } from "./selection.ts";

/** An operation that the requester's contract has validated. Made once for a document, except for its variables. */
export interface Operation {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  readonly name: string | null;
  /** SHA-256 of the operation's text as it was sent, hexadecimal. */
  readonly hash: string;
  readonly schema: GraphQLSchema;
  readonly selections: readonly Selection[];
  /** Variables as sent. */
  readonly variables: Readonly<Record<string, unknown>>;
}
