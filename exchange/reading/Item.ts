import type { Fault } from "./Fault.ts";

/** A row of a table or a message, as it was read: names of columns, or paths of elements, to texts. */
export type RawItem = Readonly<Record<string, string>>;

/** Where an item stands. */
export interface Place {
  /** Name of the file, without the folder that was given. */
  readonly file: string;
  /** Row of the file from 1, the head counted; of a message its number in the file. */
  readonly row: number;
}

/** One item of a file: facts of it once it is read, or what is wrong with it. */
export interface SourceItem {
  readonly place: Place;
  /** Parts of a message, each as its own row; of a table one. Null where the item could not be taken apart. */
  readonly raw: readonly RawItem[] | null;
  /** Known before any value is looked at. */
  readonly fault: Fault | null;
}

/** A person as `announcePersons` takes one, without the reference. */
export interface PersonDescription {
  readonly fileRef: string;
  readonly [field: string]: string | readonly string[];
}

/** What is to be done with a fact. */
export type FactAction = "SUPPLY" | "RESTRICT" | "RELEASE" | "ERASE";

/** A fact that can be sent. */
export interface ReadFact {
  readonly action: FactAction;
  readonly subgraph: "criminal-records" | "immigration";
  /** Input field of its kind, for example `policeFinding`. */
  readonly kind: string;
  /** Null for what is restricted or erased by reference. */
  readonly person: PersonDescription | null;
  /** The envelope and the values, as the mutation takes them, without the ticket. */
  readonly input: Readonly<Record<string, unknown>> & { readonly messageId: string; readonly reference: string };
}

/** What became of reading an item. */
export type Reading = { readonly facts: readonly ReadFact[] } | { readonly fault: Fault };
