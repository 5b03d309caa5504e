/** Format of a seal: base64url of nonce, tag and ciphertext, AES-256-GCM, the context as additional data. */
export const sealFormat = {
  cipher: "aes-256-gcm",
  nonceBytes: 12,
  tagBytes: 16,
  keyBytes: 32,
  /** Binds a ciphertext to this use and format. */
  context: Buffer.from("sichtfeld assessment seal 1"),
  lifeMinutes: 15,
  /** How far the clock of another process of the subgraph may run ahead. */
  clockSkewSeconds: 60,
} as const;
