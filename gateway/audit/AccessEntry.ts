/** What `record` writes of one request. One of these becomes one operation entry and one entry a data subject. */
export interface AccessEntry {
  /** Id of the operation (UUID v7). */
  readonly id: string;
  /** Wall clock, RFC 3339 UTC. */
  readonly at: string;
  /** Date of the question. */
  readonly questionDate: string;
  readonly outcome: "ANSWERED" | "ATTEMPTED" | "REFUSED";
  /** Error code of a refusal; null where answered. */
  readonly refusalCode: string | null;
  readonly actor: string;
  readonly responsiblePerson: string;
  readonly office: string;
  readonly role: string;
  readonly purpose: string | null;
  /** Code of the list `abrufzweck`; null where the purpose has none. */
  readonly purposeCode: string | null;
  readonly caseRef: string | null;
  readonly reason: string | null;
  readonly operationKind: "query" | "mutation";
  readonly operationName: string | null;
  readonly operationHash: string;
  readonly policyVersion: string;
  /** Coordinate → ids of the rules that allowed it: written once, referred to by the subjects. */
  readonly rules: Readonly<Record<string, readonly string[]>>;
  readonly withheld: readonly {
    readonly coordinate: string;
    readonly category: string;
    readonly prohibitions: readonly string[];
  }[];
  /** Coordinates that were only tested, by a filter or an order. */
  readonly tested: readonly string[];
  /** Inputs that scoring combined, by category; empty for none. */
  readonly combined: readonly string[];
  /**
   * Data subjects and the coordinates disclosed of each; none where a person was only asked for by reference. `personRef`
   * null: what concerns no single person.
   */
  readonly subjects: readonly { readonly personRef: string | null; readonly coordinates: readonly string[] }[];
}
