/** Format of a seal: base64url of nonce, tag and ciphertext, AES-256-GCM, the context as additional data. Blanks after the JSON fill it up. */
export const sealFormat = {
  cipher: "aes-256-gcm",
  nonceBytes: 12,
  tagBytes: 16,
  keyBytes: 32,
  /** The length of what is sealed is a multiple of this, so that it tells neither how many facts there are nor what is not known of them. */
  stepBytes: 16_384,
  /** Binds a ciphertext to this use and format. */
  context: Buffer.from("sichtfeld assessment seal 1"),
  lifeMinutes: 15,
  /** How far the clock of another process of the subgraph may run ahead. */
  clockSkewSeconds: 60,
} as const;
