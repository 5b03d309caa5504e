import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { offices } from "../../schema/offices.ts";

const persona = z
  .strictObject({
    name: z.string(),
    /** One sentence, German. */
    german: z.string(),
    /** The same in English. */
    english: z.string(),
    office: z.string().refine((id) => offices.has(id), "is no office"),
    role: z.string(),
    /** Staff id; invented. */
    person: z.string(),
    responsiblePerson: z.string(),
    purposes: z.array(z.string()).readonly(),
    /** Reference the office knows the demonstration's person by; null where every purpose is caseless. */
    exampleCase: z.string().nullable(),
    /** Set for the data subject alone. */
    personRef: z.string().optional(),
  })
  .readonly();

/** Somebody who asks, in the demonstration. */
export type Persona = z.infer<typeof persona>;

/** The personas of the demonstration by name, in the order of `personas.yaml`. */
export const personas: ReadonlyMap<string, Persona> = new Map(
  z
    .array(persona)
    .parse(parse(readFileSync(new URL("personas.yaml", import.meta.url), "utf8")))
    .map((each) => [each.name, each]),
);
