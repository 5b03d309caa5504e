/** What the server tells the page when it loads; everything else comes by `/graphql` and from the issuer. */
export interface PageConfig {
  readonly issuer: string;
  /** Address of the issuer's discovery document. */
  readonly discovery: string;
  readonly clientId: string;
  /** Whether the issuer is the demonstration's. */
  readonly demonstration: boolean;
  readonly purposes: readonly PagePurpose[];
  /** Id → official name. */
  readonly offices: Readonly<Record<string, string>>;
  /** Office by id, or kind of office, with a role after a space → name of its contract, as `schema/contracts/` has it. */
  readonly contracts: Readonly<Record<string, string>>;
  /** Office by id → kind. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly roles: Readonly<Record<string, { readonly german: string; readonly english: string }>>;
  /** Id → German name. */
  readonly categories: Readonly<Record<string, string>>;
}

export interface PagePurpose {
  readonly id: string;
  readonly german: string;
  readonly english: string;
  /** Whether it needs no case. */
  readonly caseless: boolean;
}
