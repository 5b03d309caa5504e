import { makeIdentify } from "../../../gateway/identify.ts";
import type { TrustedIssuer } from "../../../gateway/identity/TrustedIssuer.ts";
import type { Requester } from "../../../gateway/Requester.ts";

/** The first stage for an issuer, asked by headers alone from one address and as often as one likes. */
export function identifying(issuer: TrustedIssuer): (rawHeaders: readonly string[]) => Promise<Requester> {
  const identify = makeIdentify(issuer, { admitStranger() {}, countStranger() {} });
  return (rawHeaders) => identify({ rawHeaders, address: "192.0.2.1" });
}
