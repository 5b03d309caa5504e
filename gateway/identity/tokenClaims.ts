import { z } from "zod";
import { offices } from "../../schema/offices.ts";
import { personRefPattern } from "../../schema/personRefPattern.ts";

const staffId = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[^\p{C}]*$/u);
const name = z
  .string()
  .max(64)
  .regex(/^[A-Z][A-Z0-9_]*$/);

const clientName = z
  .string()
  .max(64)
  .regex(/^[\w.:/-]+$/)
  .optional()
  .catch(undefined);

/** The claims of a token, beyond those that make it valid. Other claims are left alone. */
export const tokenClaims = z
  .object({
    /** Staff id of the person acting. */
    sub: staffId,
    office: z.string().refine((id) => offices.has(id)),
    role: name,
    /** Purposes that the holder may state. */
    purposes: z
      .array(name)
      .max(32)
      .transform((purposes) => [...new Set(purposes)].sort())
      .readonly(),
    responsiblePerson: staffId.optional(),
    /** Program that the token was issued to; one that cannot be written down is none. */
    azp: clientName,
    client_id: clientName,
    /** What the token is bound to; a way of binding that is not known here is no token for us. */
    cnf: z.strictObject({ jkt: z.string().optional(), "x5t#S256": z.string().optional() }).readonly().optional(),
    /** Set for a data subject, and for nobody else. */
    personRef: z.string().regex(personRefPattern).optional(),
  })
  .refine(
    (claims) => (offices.get(claims.office)?.kind === "DATA_SUBJECT") === (claims.personRef !== undefined),
    "personRef is for data subjects",
  )
  .readonly();

export type TokenClaims = z.infer<typeof tokenClaims>;
