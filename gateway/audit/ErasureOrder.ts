import { z } from "zod";

/** An order to erase rows of the key table, as it stands on the disk until it is carried out. It names nobody but who gave it. */
export const erasureOrder = z.strictObject({
  /** UUID; id of the entry as well. */
  id: z.string().min(1),
  /** Wall clock, RFC 3339 UTC. */
  at: z.iso.datetime(),
  /** Who has it erased, by staff id. */
  actor: z.string().min(1),
  /** Norm or order. */
  because: z.string().min(1),
  tokens: z.array(z.string()).min(1).readonly(),
});

export type ErasureOrder = z.infer<typeof erasureOrder>;
