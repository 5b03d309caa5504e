import type { OfficeKind } from "../../schema/offices.ts";

/** Who a rule or a prohibition is for. */
export interface Who {
  /** Office ids or kinds of office, at least one; an office fits if either does. */
  readonly offices: readonly string[];
  /** Roles; empty: every role. */
  readonly roles: readonly string[];
}

/**
 * A rule: permits, never forbids. What no rule grants is withheld; the order of rules does not matter.
 */
export interface Rule {
  /** Stable id, never used again, for example `R-RRK-01`. */
  readonly id: string;
  /** The rule in one plain sentence. */
  readonly sentence: string;
  readonly who: Who;
  readonly purposes: readonly string[];
  /** Categories that may be read. */
  readonly sees: readonly string[];
  /** Categories that may be written. */
  readonly writes: readonly string[];
  /** Categories that the scoring subgraph may combine into an assessment. */
  readonly combines: readonly string[];
  /** Relations, any of which must hold; `ANY` needs none. */
  readonly when: readonly string[];
  /** Norms. */
  readonly because: readonly string[];
  /** First day; null: from ever. */
  readonly since: string | null;
  /** Last day; null: without end. */
  readonly until: string | null;
}

/** A prohibition: applied after the rules, always wins. */
export interface Prohibition {
  /** Stable id, for example `P-01`. */
  readonly id: string;
  /** The prohibition in one plain sentence. */
  readonly sentence: string;
  /** For whom; null: for everybody. */
  readonly who: Who | null;
  /** For whom not; null: no exception. */
  readonly except: Who | null;
  /** Categories that may be neither read nor written nor combined; `"*"` stands for all. */
  readonly withholds: readonly string[];
  /** Fact of the person or record on which it applies (`schema/relations.yaml`); null: always. */
  readonly fact: string | null;
  /** Norms. */
  readonly because: readonly string[];
}

/** A purpose (Abrufzweck). */
export interface Purpose {
  readonly id: string;
  readonly german: string;
  readonly english: string;
  /** Code of the list `abrufzweck`; null where the list has none. */
  readonly code: string | null;
  /** Caseless purposes need no case; the others state one. */
  readonly caseless: boolean;
}

/** A role (Rolle) that a token can carry. */
export interface Role {
  readonly id: string;
  readonly german: string;
  readonly english: string;
  /** Kinds of office that have it. */
  readonly kinds: readonly OfficeKind[];
}

/** The policy in force. Immutable. */
export interface Policy {
  /** SHA-256 over the policy's files, first 16 hexadecimal digits. */
  readonly version: string;
  readonly roles: ReadonlyMap<string, Role>;
  readonly rules: readonly Rule[];
  readonly prohibitions: readonly Prohibition[];
  readonly purposes: ReadonlyMap<string, Purpose>;
}

/** Kind and id of the office a policy question is about. */
export interface PolicyOffice {
  readonly id: string;
  readonly kind: OfficeKind;
}
