import type { ProcessingKind } from "../../schema/accessLogFormat.ts";
import type { LoggedDecision } from "./LoggedDecision.ts";

/** What `record` writes of one request. One of these becomes one operation entry and one entry a data subject. */
export interface AccessEntry {
  /** Id of the operation (UUID). */
  readonly id: string;
  /** Wall clock, RFC 3339 UTC. */
  readonly at: string;
  /** Date of the question. */
  readonly questionDate: string;
  readonly outcome: "ANSWERED" | "ATTEMPTED" | "REFUSED";
  /** Error code of a refusal; null where answered. */
  readonly refusalCode: string | null;
  readonly kinds: readonly ProcessingKind[];
  readonly actor: string;
  readonly responsiblePerson: string;
  /** Reference of the data subject that asks for itself, in whose place the entry has a token; null for staff. */
  readonly asSubject: string | null;
  readonly office: string;
  readonly role: string;
  readonly purpose: string | null;
  /** Code of the list `abrufzweck`; null where the purpose has none. */
  readonly purposeCode: string | null;
  readonly caseRef: string | null;
  /** References of cases that the operation asks for beside the stated one. */
  readonly askedCases: readonly string[];
  readonly reason: string | null;
  readonly operationName: string | null;
  /** Null where no operation was read. */
  readonly operationHash: string | null;
  /** Id of a trusted document; null for others. */
  readonly document: string | null;
  readonly policyVersion: string;
  readonly catalogueVersion: string | null;
  /** W3C trace id; null for none. */
  readonly trace: string | null;
  /** Null where nothing was decided. */
  readonly decision: LoggedDecision | null;
  /** Coordinates that were asked for and withheld by the decision. */
  readonly withheld: readonly string[];
  /** Coordinates that a subgraph gave and should have held back, each once and in order; none was disclosed. */
  readonly incidents: readonly string[];
  readonly subjects: readonly AccessSubject[];
}

/** What was disclosed of one data subject; nothing where a person was only asked for by reference. */
export interface AccessSubject {
  /** Null: what concerns no single person. */
  readonly personRef: string | null;
  /** Coordinates disclosed. */
  readonly disclosed: Iterable<string>;
  /** Coordinates that the decision allows on other records and that were withheld here. */
  readonly withheld: Iterable<string>;
  readonly facts: readonly AccessFact[];
}

/** A version of a fact from which something was disclosed. */
export interface AccessFact {
  readonly id: string;
  readonly version: number;
  /** The version's own tag; never a value. */
  readonly tag: string;
  readonly disclosed: Iterable<string>;
}

/** Somebody who could not be identified. */
export interface FailedIdentification {
  readonly id: string;
  readonly at: string;
  readonly code: string;
  readonly trace: string | null;
}
