import type { DPoPHandle } from "oauth4webapi";

/** Who is signed in. Lives in memory alone: a page that is loaded anew signs in anew. */
export interface Session {
  /** Name by which the issuer knows who is signed in. */
  readonly name: string;
  readonly office: string;
  readonly role: string;
  /** Purposes that may be stated. */
  readonly purposes: readonly string[];
  readonly token: string;
  /** Proves with each request that the token is held by this page (DPoP, RFC 9449). */
  readonly proof: DPoPHandle;
}

/** What goes with each request, stated by whoever works here. */
export interface Statement {
  readonly purpose: string;
  readonly caseRef: string;
  readonly reason: string;
}
