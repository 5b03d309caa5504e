import { z } from "zod";
import { noteOpened } from "../shell/rating/noteOpened.ts";
import { requireEstimate } from "../shell/rating/requireEstimate.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { SubgraphError } from "../shell/SubgraphError.ts";
import { catalogues } from "./catalogue/catalogues.ts";
import { assess } from "./engine/assess.ts";
import { presentAssessment } from "./presentAssessment.ts";
import { sealAssessment } from "./seal/sealAssessment.ts";
import { sealKey } from "./seal/sealKey.ts";
import { requireScoring } from "./suspension/requireScoring.ts";
import { withheldFacts } from "./withholding/withheldFacts.ts";

const facts = z.array(
  z.object({
    key: z.string(),
    value: z.string(),
    asOf: z.iso
      .date()
      .nullish()
      .transform((date) => date ?? null),
    references: z.array(z.string()),
    tags: z.array(z.string()),
  }),
);

/** A person as the gateway hands it over: with the reduced facts of the other subgraphs, null where they were withheld. */
const inputs = z.object({
  personRef: z.string(),
  residenceFacts: facts.nullish(),
  conductFacts: facts.nullish(),
  caseworkFacts: facts.nullish(),
});

/**
 * Assesses the person of an entity reference on the date of the question.
 *
 * @returns null where one of the inputs is withheld, never an assessment of the rest; null before the first catalogue
 * @throws SubgraphError BAD_REQUEST for a reference whose facts have another shape; CONFLICT where an own estimate comes
 *   first, and while scoring with the catalogue in force is suspended
 */
export async function assessPerson(reference: unknown, _args: unknown, context: SubgraphContext) {
  const parsed = inputs.safeParse(reference);
  if (!parsed.success) throw new SubgraphError("BAD_REQUEST");
  const { personRef, residenceFacts, conductFacts, caseworkFacts } = parsed.data;
  if (residenceFacts == null || conductFacts == null || caseworkFacts == null) return null;
  await requireEstimate(context, { type: "Person", key: personRef });
  const { office, holder, date } = context.grant;
  const catalogue = catalogues.inForce(date);
  if (catalogue === null) return null;
  await requireScoring(context, catalogue.catalogue.version);
  await noteOpened(context, { type: "Person", key: personRef });
  const tagged = [...residenceFacts, ...conductFacts, ...caseworkFacts];
  const given = tagged.map(({ tags: _tags, ...fact }) => fact);
  const assessment = assess(given, date, catalogue);
  const seal = () => sealAssessment({ personRef, office, holder, assessment, inputs: given }, sealKey(), Date.now());
  const isWithheld = withheldFacts(context.grant, await context.personFacts(personRef));
  return presentAssessment(assessment, given, taggedReferences(tagged), seal, isWithheld);
}

/** Versions of facts with their tags, for the access record alone: what is kept or shown of an assessment names no tag. */
function taggedReferences(inputs: z.infer<typeof facts>): readonly string[] {
  const all = inputs.flatMap(({ references, tags }) => references.map((reference, at) => `${reference}~${tags[at]}`));
  return [...new Set(all)].sort();
}
