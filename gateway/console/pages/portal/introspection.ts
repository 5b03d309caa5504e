import type { Document } from "../api/ask.ts";
import type { ContractType } from "./Contract.ts";

interface Introspected {
  readonly __schema: {
    readonly queryType: { readonly name: string };
    readonly mutationType: { readonly name: string } | null;
    readonly types: readonly ContractType[];
  };
}

/** Asks for the whole contract: the gateway answers it from there alone, for no purpose, and nothing of it is about a person. */
export const introspection: Document<Introspected, Record<string, never>> = {
  toString: () => `query Contract {
  __schema {
    queryType { name }
    mutationType { name }
    types {
      kind name description
      fields { ...member args { ...input } type { ...reference } }
      inputFields { ...input }
      enumValues { name description }
    }
  }
}
fragment member on __Field { name description }
fragment input on __InputValue { name description defaultValue type { ...reference } }
fragment reference on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }`,
};
