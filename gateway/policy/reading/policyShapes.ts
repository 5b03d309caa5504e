import { z } from "zod";
import { officeKinds } from "../../../schema/offices.ts";

const names = z.array(z.string());
const someNames = names.min(1, "at least one name");
const sentence = z.string().regex(/\.$/, "a sentence ends with a full stop");
const who = z.strictObject({ offices: someNames, roles: names.default([]) }).readonly();
const day = z.iso.date("a day is written YYYY-MM-DD").nullable().default(null);

/** Shapes of the entries of the policy's files. Names in them are checked later, against what is known. */
export const policyShapes = {
  purpose: z.strictObject({
    german: z.string(),
    english: z.string(),
    code: z.string().nullable(),
    caseless: z.boolean(),
  }),
  role: z.strictObject({ german: z.string(), english: z.string(), kinds: z.array(z.enum(officeKinds)).min(1) }),
  rule: z.strictObject({
    id: z.string().regex(/^R-[A-Z]+-\d{2}$/, "an id looks like R-RRK-01"),
    sentence,
    who,
    purposes: someNames,
    sees: names.default([]),
    writes: names.default([]),
    combines: names.default([]),
    when: someNames,
    because: someNames,
    since: day,
    until: day,
  }),
  prohibition: z.strictObject({
    id: z.string().regex(/^P-\d{2}$/, "an id looks like P-01"),
    sentence,
    who: who.nullable().default(null),
    except: who.nullable().default(null),
    withholds: someNames,
    fact: z.string().nullable().default(null),
    because: someNames,
  }),
} as const;
