import { z } from "zod";

const names = z.array(z.string()).readonly();
const action = z.enum(["SEE", "WRITE", "COMBINE"]);

/** What one rule gives to one role of one kind of office (or of a single office), for one purpose, with one category. */
const right = z.strictObject({
  /** Kind of office where all of that kind have it, else an office by id. */
  office: z.string(),
  role: z.string(),
  purpose: z.string(),
  action,
  category: z.string(),
  /** Relation that must hold to the record; `ANY` needs none. */
  when: z.string(),
  /** Facts of the person or record none of which may hold, sorted. */
  unless: names,
  rule: z.string(),
  /** Prohibitions that put a fact into `unless`, sorted. */
  prohibitions: names,
  /** First and last day, `YYYY-MM-DD`; null: without bound. */
  since: z.iso.date().nullable(),
  until: z.iso.date().nullable(),
});

/** A category that is withheld from one role of one kind of office (or of a single office) on every record, whatever a rule grants. */
const denial = z.strictObject({ office: z.string(), role: z.string(), category: z.string(), prohibitions: names });

/** A category that must be granted; for what is only tested or written, any of several actions will do. */
const demand = z.strictObject({ actions: z.array(action).readonly(), category: z.string() });

/** What must be granted for a coordinate of the schema. */
const field = z.strictObject({
  /** `Type.field`, `Type.field(argument:)`, `Input.field` or `Enum.VALUE`. */
  coordinate: z.string(),
  /** Whether it takes the category of what led there. */
  inherits: z.boolean(),
  /** Ways to it, any of which will do: of each, every demand. Several where it inherits. */
  ways: z.array(z.array(demand).readonly()).readonly(),
});

/** A rule or a prohibition in words. */
const reason = z.strictObject({ id: z.string(), sentence: z.string(), because: names });

export const policyRecord = z.strictObject({
  v: z.literal(1),
  /** Version of the policy, as access records name it. */
  version: z.string(),
  rights: z.array(right).readonly(),
  denials: z.array(denial).readonly(),
  fields: z.array(field).readonly(),
  rules: z.array(reason).readonly(),
  prohibitions: z.array(reason).readonly(),
  purposes: z.array(z.strictObject({ id: z.string(), german: z.string() })).readonly(),
  roles: z.array(z.strictObject({ id: z.string(), kinds: names })).readonly(),
});

export type PolicyRecord = z.infer<typeof policyRecord>;
export type PolicyRight = z.infer<typeof right>;
export type PolicyField = z.infer<typeof field>;
export type PolicyDemand = z.infer<typeof demand>;
