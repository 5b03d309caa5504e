/** Signatures of proofs of possession: asymmetric only (RFC 9449, section 4.2). */
export const proofAlgorithms = ["ES256", "EdDSA", "PS256", "RS256"] as const;
