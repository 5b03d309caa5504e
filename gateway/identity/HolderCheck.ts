import { createHash } from "node:crypto";
import { GatewayError } from "../errors.ts";
import type { HttpRequest } from "../HttpExchange.ts";
import type { Authorization } from "./authorization.ts";
import { headerValues } from "./headerValues.ts";
import type { ProofNonces } from "./ProofNonces.ts";
import { ProofVerifier } from "./ProofVerifier.ts";
import type { TokenBinding } from "./TokenBinding.ts";
import type { TokenClaims } from "./tokenClaims.ts";

/** Whoever sends a token that is bound to a key or a certificate must hold that too. */
export class HolderCheck {
  readonly #required: TokenBinding;
  readonly #proofs: ProofVerifier;

  /**
   * @param required binding that every token must have. A token that is bound is held to it in any case: `none` takes away
   *   no binding, it also lets tokens in that have none
   */
  constructor(required: TokenBinding, nonces: ProofNonces | null) {
    this.#required = required;
    this.#proofs = new ProofVerifier(nonces);
  }

  /** @throws GatewayError UNAUTHENTICATED, PROOF_INVALID, PROOF_NONCE_MISSING, TOO_MANY_REQUESTS */
  async require({ cnf }: TokenClaims, { scheme, token }: Authorization, request: HeldRequest): Promise<void> {
    const key = cnf?.jkt;
    const certificate = cnf?.["x5t#S256"];
    if (this.#required === "dpop" && key === undefined) {
      throw refused("Send an access token that is bound to a key (DPoP, RFC 9449).");
    }
    if (this.#required === "mtls" && certificate === undefined) {
      throw refused("Send an access token that is bound to your client certificate (RFC 8705).");
    }
    if ((scheme === "DPoP") !== (key !== undefined)) {
      throw refused(
        key === undefined
          ? "This access token is bound to no key. Send it as Authorization: Bearer <token>."
          : "This access token is bound to a key. Send it as Authorization: DPoP <token> with a proof in the header DPoP.",
      );
    }
    if (certificate !== undefined && thumbprint(request.certificate) !== certificate) {
      throw refused(
        "This access token is bound to a client certificate. Send it over a connection with that certificate.",
      );
    }
    if (key !== undefined) {
      const { method, url, rawHeaders } = request;
      await this.#proofs.verify(headerValues(rawHeaders, "DPoP"), { method, url, token }, key);
    }
  }
}

/** What of a request shows who holds its token. */
export type HeldRequest = Pick<HttpRequest, "method" | "url" | "rawHeaders" | "certificate">;

/** `x5t#S256` (RFC 8705, section 3.1): SHA-256 over the certificate's DER, base64url. */
function thumbprint(certificate: Uint8Array | null): string | null {
  return certificate === null ? null : createHash("sha256").update(certificate).digest("base64url");
}

function refused(message: string): GatewayError {
  return new GatewayError("UNAUTHENTICATED", message);
}
