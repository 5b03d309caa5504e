/** What came back of a GraphQL request that was answered. */
export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: each request reads its own shape
  readonly data: any;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: { readonly code?: string; readonly field?: string };
  }[];
}
