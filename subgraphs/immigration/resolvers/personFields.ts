import { codeValue } from "../../../schema/codeLists.ts";
import { factReference, presentOffice, presentProvenance } from "../../shell/presentFact.ts";
import type { TypeResolvers } from "../../shell/Subgraph.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import type { FactOf } from "../facts/FactType.ts";
import { factTypes } from "../facts/factTypes.ts";
import { isMinorOn } from "../isMinorOn.ts";
import { legalRegimeOn, legalRegimeRestsOn } from "../legalRegimeOn.ts";
import type { expulsion, person } from "../tables.ts";
import { residenceFacts } from "./residenceFacts.ts";

type Reference = { readonly personRef: string };
type Resolve = (reference: Reference, args: unknown, context: SubgraphContext) => unknown;

/** `Person`: every field loads its own type of fact, so that a field that is not asked for is not read. */
export const personFields: TypeResolvers = {
  __resolveReference: (reference: Reference) => reference,
  relationFacts: async ({ personRef }: Reference, _: unknown, context: SubgraphContext) =>
    [...(await context.personFacts(personRef))].sort(),
  familyName: ofPerson((row) => row.familyName),
  birthName: ofPerson((row) => row.birthName),
  givenNames: ofPerson((row) => row.givenNames),
  dateOfBirth: ofPerson((row) => row.dateOfBirth),
  dateOfBirthPart: ofPerson((row) => row.dateOfBirthPart),
  placeOfBirth: ofPerson((row) => row.placeOfBirth),
  citizenships: ofPerson((row) => row.citizenships),
  sex: ofPerson((row) => codeValue("geschlecht", row.sex)),
  religion: ofPerson((row) => row.religion),
  azrNumber: ofPerson((row) => row.azrNumber),
  competentAuthority: ofPerson((row) => presentOffice(row.competentAuthority)),
  fileRef: ofPerson((row) => row.fileRef),
  isMinor: ofPerson((row, date) => isMinorOn(date, row.dateOfBirth ?? row.dateOfBirthPart)),
  factReferences: ofPerson((row) => [factReference(row)]),
  provenance: ofPerson(presentProvenance),
  legalRegime: ofRegime(legalRegimeOn),
  legalRegimeFactReferences: ofRegime((row, expulsions) => legalRegimeRestsOn(row, expulsions).map(factReference)),
  transferBlock: latest("transferBlock"),
  residenceStatus: latest("residenceStatus"),
  obligationToLeave: latest("obligationToLeave"),
  expulsion: latest("expulsion"),
  removalThreat: latest("removalThreat"),
  plannedRemoval: latest("plannedRemoval"),
  entryBan: latest("entryBan"),
  toleration: latest("toleration"),
  asylumProcedure: latest("asylumProcedure"),
  removalBars: all("removalBar"),
  interestsToStay: all("interestToStay"),
  identityClarification: latest("identityClarification"),
  travelDocument: latest("travelDocument"),
  medicalObstacle: latest("medicalObstacle"),
  evasionFacts: all("evasionFact"),
  residenceFacts: (reference: Reference, _: unknown, context: SubgraphContext) => residenceFacts(reference, context),
};

function ofPerson(value: (row: FactOf<typeof person>, date: string) => unknown): Resolve {
  return async ({ personRef }, _, context) => {
    const row = await factTypes.person.latest(context, personRef);
    return row === null ? null : value(row, context.grant.date);
  };
}

function ofRegime(
  value: (row: FactOf<typeof person>, expulsions: readonly FactOf<typeof expulsion>[]) => unknown,
): Resolve {
  return async ({ personRef }, _, context) => {
    const [row, expulsions] = await Promise.all([
      factTypes.person.latest(context, personRef),
      factTypes.expulsion.all(context, personRef),
    ]);
    return row === null ? null : value(row, expulsions);
  };
}

function latest(name: keyof typeof factTypes): Resolve {
  return ({ personRef }, _, context) => factTypes[name].latest(context, personRef);
}

function all(name: keyof typeof factTypes): Resolve {
  return ({ personRef }, _, context) => factTypes[name].all(context, personRef);
}
