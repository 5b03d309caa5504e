import { presentOffice } from "../shell/presentFact.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { catalogues } from "./catalogue/catalogues.ts";
import type { CompiledCatalogue, CompiledCriterion } from "./engine/compileCatalogue.ts";
import { loadActs } from "./suspension/loadActs.ts";

/** A catalogue as the contract's `Catalogue` has it. */
export function presentCatalogue({ catalogue, criteria }: CompiledCatalogue) {
  const { version, validFrom, hash, status, notice } = catalogue;
  return {
    version,
    validFrom,
    hash,
    status,
    notice: `${notice.de} / ${notice.en}`,
    suspended: async (_args: unknown, context: SubgraphContext) => {
      const [latest] = await loadActs(context, version);
      return latest?.act === "SUSPENDED";
    },
    acts: async (_args: unknown, context: SubgraphContext) => {
      const acts = await loadActs(context, version);
      return acts.map(({ act, eventDate: on, recordedAt, office, reason, legalBasis }) => ({
        act,
        on,
        recordedAt,
        office: presentOffice(office),
        reason,
        legalBasis,
      }));
    },
    criteria: () => criteria.map(presentCriterion),
  };
}

/**
 * A criterion of a version as the contract's `Criterion` has it, a new object each time: the shell remembers for each object
 * under whose record it stands, so none may be shared between persons.
 *
 * @returns the id alone where that version is not held here
 */
export function presentCriterionOf(version: string, id: string) {
  const found = catalogues.version(version)?.criteria.find(({ criterion }) => criterion.id === id);
  return found === undefined ? { id } : presentCriterion(found);
}

function presentCriterion({ criterion, pointsMin, pointsMax }: CompiledCriterion) {
  const { id, axis, question, norm, evidenceSource, kind, proxyNote } = criterion;
  return {
    id,
    axis,
    question: question.de,
    questionEnglish: question.en,
    norm,
    pointsMin,
    pointsMax,
    evidenceSource,
    kind,
    proxyNote,
  };
}
