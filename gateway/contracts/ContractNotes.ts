import type { LoggedVersion } from "./LoggedVersion.ts";

/**
 * What introspection has no words for, of the contract that was introspected: which categories a coordinate carries, and under which rules the
 * requester reads them. Tells of nothing that is not in that contract, and nothing of any person.
 */
export interface ContractNotes {
  /** Name as `schema/contracts/` has it; null where none is committed for the office and role. */
  readonly name: string | null;
  readonly office: string;
  readonly role: string;
  /** Purposes that it was cut for. */
  readonly purposes: readonly string[];
  /** Schema coordinate → categories, each of which must be granted; `INHERIT`: that of the field that leads there. */
  readonly categories: Readonly<Record<string, readonly string[]>>;
  /** What the rules grant the requester of these categories. What none grants at the moment is null. */
  readonly grants: readonly ContractGrant[];
  /** Name → what it is called, for the categories, relations and facts that are named here. */
  readonly names: Readonly<Record<string, ContractName>>;
  /** What changed in the committed contract, latest first. */
  readonly changes: readonly LoggedVersion[];
}

/** One rule on some categories. */
export interface ContractGrant {
  readonly rule: string;
  /** The rule in one plain sentence. */
  readonly sentence: string;
  readonly norms: readonly string[];
  readonly action: "SEE" | "WRITE";
  readonly categories: readonly string[];
  /** Purposes of the requester for which it holds. */
  readonly purposes: readonly string[];
  /** Relations any of which must hold; `ANY` needs none. */
  readonly relations: readonly string[];
  /** Facts of the person or record none of which may hold. */
  readonly unless: readonly string[];
  /** First and last day; null: without one. */
  readonly since: string | null;
  readonly until: string | null;
}

export interface ContractName {
  readonly german: string;
  /** What it is, in an English sentence. */
  readonly words: string;
}
