// Made by npm run operations from abh-developer.graphql and schema/contracts/abh-developer.graphql.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type InterfaceUsageQueryVariables = Exact<{
  day: string;
}>;


export type InterfaceUsageQuery = { readonly interfaceUsage: ReadonlyArray<{ readonly contract: string | null, readonly coordinate: string | null, readonly client: string | null, readonly operations: number | null }> | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const InterfaceUsageDocument = new TypedDocumentString(`
    query InterfaceUsage($day: Date!) {
  interfaceUsage(day: $day) {
    contract
    coordinate
    client
    operations
  }
}
    `) as unknown as TypedDocumentString<InterfaceUsageQuery, InterfaceUsageQueryVariables>;
