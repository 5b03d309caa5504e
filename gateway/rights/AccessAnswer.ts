import { z } from "zod";
import type { Value } from "./sayValue.ts";

const text = z.string().nullable();
const named = z.object({ name: z.string() }).nullable();
const disclosure = z.object({
  recordedOn: text,
  catalogueVersion: text,
  status: text,
  state: text,
  band: text,
  possibleBands: z.array(z.string()).nullable(),
  significance: text,
  rightToChallenge: text,
  withheldNotice: text,
  contributions: z
    .array(
      z.object({
        criterion: z.object({ question: text, norm: text, evidenceSource: text }).nullable(),
        withheld: z.boolean().nullable(),
        points: z.number().nullable(),
        finding: text,
      }),
    )
    .nullable(),
});
const access = z.object({ at: text, office: named, purpose: text });
const request = z.object({
  id: z.string(),
  kind: text,
  state: text,
  receivedOn: text,
  history: z.array(z.object({ step: text, on: text, note: text })).nullable(),
});

/** What the operation gives of a person, as far as the rules let it; facts as they come. */
export const accessAnswer = z.looseObject({
  competentAuthority: named,
  subjectRequests: z.array(request).nullable(),
  cases: z.array(z.looseObject({ assessmentDisclosures: z.array(disclosure).nullable() })).nullable(),
  accesses: z
    .object({
      totalCount: z.number().nullable(),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: text }).nullable(),
      edges: z.array(z.object({ node: access.nullable() })).nullable(),
    })
    .nullable(),
});

export type AccessAnswer = z.infer<typeof accessAnswer> & { readonly [field: string]: Value | unknown };
export type Disclosure = z.infer<typeof disclosure>;
export type Recipient = z.infer<typeof access>;
