import type { GatewayError } from "../errors.ts";
import { headerValues } from "./headerValues.ts";
import { proofAlgorithms } from "./proofAlgorithms.ts";
import type { TokenBinding } from "./TokenBinding.ts";

/** Codes of RFC 6750 and RFC 9449 for what was wrong with the token or its proof. */
const oauthErrors: Readonly<Record<string, string>> = {
  UNAUTHENTICATED: "invalid_token",
  PROOF_INVALID: "invalid_dpop_proof",
  PROOF_NONCE_MISSING: "use_dpop_nonce",
};

/**
 * The header `WWW-Authenticate` of a 401: how to say who one is, and what was wrong. Who sent no token is told of no error
 * (RFC 6750, section 3.1).
 */
export function challenge(refusal: GatewayError, rawHeaders: readonly string[], binding: TokenBinding): string {
  const sent = headerValues(rawHeaders, "Authorization").join("");
  const error = sent === "" ? [] : [`error="${oauthErrors[refusal.code] ?? "invalid_token"}"`];
  const isAboutProof = binding === "dpop" || refusal.code.startsWith("PROOF_") || /^dpop /i.test(sent);
  if (!isAboutProof) return ["Bearer", error.join(", ")].join(" ").trim();
  return `DPoP ${[...error, `algs="${proofAlgorithms.join(" ")}"`].join(", ")}`;
}
