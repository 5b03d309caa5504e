/** Reduced fact of case work, as the contract's `CaseworkFact` has it. */
export interface CaseworkFact {
  readonly key: "SOCIAL_CONDUCT" | "PROSECUTOR_CONSENT";
  readonly value: string;
  /** Day on which the value was last confirmed. */
  readonly asOf: string;
  /** Facts it rests on, each as `factId@version`. */
  readonly references: readonly string[];
  /** Their tags, in the same order. */
  readonly tags: readonly string[];
}
