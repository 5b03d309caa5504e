// Made by npm run operations from usage.graphql and schema/contracts/abh-developer.graphql.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { TypedDocumentString } from '../TypedDocumentString.ts';
export type InterfaceUsageQueryVariables = Exact<{
  day: string;
}>;


export type InterfaceUsageQuery = { readonly interfaceUsage: ReadonlyArray<{ readonly contract: string | null, readonly coordinate: string | null, readonly client: string | null, readonly operations: number | null }> | null };


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
