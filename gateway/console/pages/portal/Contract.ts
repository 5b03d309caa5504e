import type { ContractNotes } from "../../../contracts/ContractNotes.ts";

/** Reference to a type, as introspection gives it. */
export interface TypeReference {
  readonly kind: string;
  readonly name: string | null;
  readonly ofType?: TypeReference | null;
}

/** A field, an argument, an input field or an enum value. */
export interface Member {
  readonly name: string;
  readonly description: string | null;
  /** None for an enum value. */
  readonly type?: TypeReference;
  readonly args?: readonly Member[];
  readonly defaultValue?: string | null;
}

export interface ContractType {
  readonly kind: string;
  readonly name: string;
  readonly description: string | null;
  readonly fields: readonly Member[] | null;
  readonly inputFields: readonly Member[] | null;
  readonly enumValues: readonly Member[] | null;
}

/** The contract that the gateway serves to whoever is signed in: what introspection says, and what it has no words for. */
export interface Contract {
  readonly types: readonly ContractType[];
  readonly queryType: string;
  readonly mutationType: string | null;
  readonly notes: ContractNotes;
}
