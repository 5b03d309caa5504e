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
  /** Id → German name. */
  readonly roles: Readonly<Record<string, string>>;
  /** Id → German name. */
  readonly categories: Readonly<Record<string, string>>;
}

export interface PagePurpose {
  readonly id: string;
  readonly german: string;
  /** Whether it needs no case. */
  readonly caseless: boolean;
}
