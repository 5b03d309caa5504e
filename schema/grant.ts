import { z } from "zod";

/** What the holder may do with a category: read it, write it, or have it combined into an assessment. */
export const grantAction = z.enum(["SEE", "WRITE", "COMBINE"]);

/**
 * One granted category: it may leave the subgraph for rows of persons (or cases) that stand in one of the relations `when`
 * to the office, or are records in such a relation themselves, and to whom none of the facts `unless` applies.
 */
export const grantEntry = z.strictObject({
  category: z.string(),
  action: grantAction,
  when: z.array(z.string()).readonly(),
  unless: z.array(z.string()).readonly(),
});

/**
 * The claims of a grant: what one office may have from one subgraph for one decision. Signed by the gateway (EdDSA),
 * `aud` is the subgraph's name, it lives 60 seconds at most, and it carries no personal data of a data subject.
 */
export const grantClaims = z.strictObject({
  /** Office that asks, by id. */
  office: z.string(),
  /** Who holds relations in the directory: the office, or `SUBJECT:<personRef>` for a data subject. */
  holder: z.string(),
  role: z.string(),
  purpose: z.string(),
  /** Case or file reference as stated; every relation is narrowed to the persons of that case. Null for caseless purposes. */
  caseRef: z.string().nullable(),
  /** Date of the question, `YYYY-MM-DD`: rules, erasure and age are judged by it. */
  date: z.iso.date(),
  /**
   * Staff id of the person who asks. Set for mutations, and where a granted category opens to the person (`asPerson`), so that any other grant
   * for reading serves the whole office.
   */
  person: z.string().nullable(),
  entries: z.array(grantEntry).readonly(),
});

export type GrantEntry = z.infer<typeof grantEntry>;
export type GrantClaims = z.infer<typeof grantClaims>;

/** Longest life of a grant in seconds. */
export const grantLifeSeconds = 60;

/** Headers of a request to a subgraph. */
export const grantHeader = "sichtfeld-grant";
export const operationIdHeader = "sichtfeld-operation";
