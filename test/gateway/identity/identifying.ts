import { type Acceptance, makeIdentify } from "../../../gateway/identify.ts";
import type { TrustedIssuer } from "../../../gateway/identity/TrustedIssuer.ts";
import type { Requester } from "../../../gateway/Requester.ts";

/** The first stage for an issuer, asked by headers alone from one address and as often as one likes. */
export function identifying(
  issuer: TrustedIssuer,
  how: Partial<Acceptance> = {},
  certificate: Uint8Array | null = null,
): (rawHeaders: readonly string[]) => Promise<Requester> {
  const acceptance: Acceptance = { issuer, binding: "none", nonce: false, ...how };
  const identify = makeIdentify(acceptance, { admitStranger() {}, countStranger() {} });
  const request = { method: "POST", url: "https://api.example/graphql", address: "192.0.2.1", certificate };
  return (rawHeaders) => identify({ ...request, rawHeaders });
}
