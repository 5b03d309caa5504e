import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { offices } from "../../schema/offices.ts";

const receiver = z
  .strictObject({
    /** Stable name: of its state on disk, and of the actor on record. */
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "must be 1 to 40 of a-z, 0-9 and -, the first no -"),
    /** Office to which the receiver belongs: it is told what that office may be told, and nothing else. */
    office: z.string().refine((id) => offices.has(id), "is no office"),
    role: z.string().min(1),
    /** Staff id of the person who answers for the receiving system (§ 13 AZRG). */
    responsiblePerson: z.string().min(1),
    /** Kinds of notice that are wanted. */
    kinds: z.array(z.string().regex(/^[A-Z_]+$/, "must be a NoticeKind")).min(1),
    /**
     * Whether corrections, restrictions and erasures of what the office was told are sent too, as they must reach it even where its right has
     * ended; false for an office that reads them by cursor.
     */
    corrections: z.boolean().default(true),
    url: z.url({ protocol: /^https?$/, error: "must be an http or https URL" }),
    /** File with the shared secret, `whsec_` and base64. */
    secretFile: z.string().min(1),
  })
  .readonly();

/** Who is told by webhook, and how it is reached. */
export interface Receiver extends Readonly<Omit<z.infer<typeof receiver>, "secretFile">> {
  /** `whsec_` and base64. */
  readonly secret: string;
}

/**
 * Reads the operator's file of receivers.
 *
 * @param production whether a receiver must be reached by TLS
 * @throws Error with one line that says what is wrong with which entry; no secret is in it
 */
export function readReceivers(file: string, production: boolean): readonly Receiver[] {
  const parsed = z.array(receiver).safeParse(parse(readFileSync(file, "utf8")));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`SICHTFELD_WEBHOOKS: entry ${issue?.path.join(".")} ${issue?.message}.`);
  }
  const ids = parsed.data.map(({ id }) => id);
  if (new Set(ids).size < ids.length) throw new Error("SICHTFELD_WEBHOOKS: each receiver needs an id of its own.");
  return parsed.data.map(({ secretFile, ...each }) => {
    if (production && !each.url.startsWith("https:"))
      throw new Error(`SICHTFELD_WEBHOOKS: receiver ${each.id} must be reached by https with NODE_ENV=production.`);
    const secret = readFileSync(secretFile, "utf8").trim();
    if (!/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/.test(secret))
      throw new Error(`SICHTFELD_WEBHOOKS: the secret of ${each.id} must be whsec_ and at least 24 bytes in base64.`);
    return { ...each, secret };
  });
}
