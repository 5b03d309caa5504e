import { GrantSigner } from "../../gateway/GrantSigner.ts";
import { grantKeys } from "../../gateway/grantKeys.ts";
import type { GrantClaims } from "../../schema/grant.ts";

/** Half of a grant's life. */
const renewalMilliseconds = 30_000;

/** Grants for a program that signs none of its own: it is given the claims, and signing happens beside the requests, not in them. */
export interface GivenGrants {
  /** The grant for a subgraph; empty before any was given. */
  of(subgraph: string): string;
  /** Uses grants with these claims from now on. */
  take(claims: Readonly<Record<string, GrantClaims>>): Promise<void>;
  stop(): void;
}

export async function givenGrants(grantKeyFile: string | null): Promise<GivenGrants> {
  const { privateKey } = await grantKeys(grantKeyFile);
  const grants = new Map<string, string>();
  let granted: Readonly<Record<string, GrantClaims>> = {};
  const renewal = setInterval(() => void renew(), renewalMilliseconds);
  return {
    of: (subgraph) => grants.get(subgraph) ?? "",
    async take(claims) {
      granted = claims;
      await renew();
    },
    stop: () => clearInterval(renewal),
  };

  /** A new signer each time, for one gives out what it signed before. */
  async function renew(): Promise<void> {
    const signer = new GrantSigner(privateKey);
    for (const [name, claims] of Object.entries(granted)) grants.set(name, await signer.sign(claims, name));
  }
}
