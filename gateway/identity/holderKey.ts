import { join } from "node:path";
import { type KeptKey, keptKey } from "./keptKey.ts";

/** The key of whoever tries the API by hand: `npm run proof` signs with it, `npm run token -- <persona> --bound` binds a token to it. */
export function holderKey(dataFolder: string): Promise<KeptKey> {
  return keptKey(join(dataFolder, "holder"));
}
