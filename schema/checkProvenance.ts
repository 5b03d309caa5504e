import {
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from "graphql";
import { categoryIndex } from "./categoryIndex.ts";
import { vocabulary } from "./vocabulary.ts";

/** Types that tell something of a person and need no provenance of their own, each with the reason. */
export const withoutProvenance: Readonly<Record<string, string>> = {
  Announcement: "A reference of the asking office, and a random ticket: they say nothing of a person.",
  ClearingQuestion: "A description as it came: it names its own office, file reference and day.",
  ClearingCandidate:
    "Worked out, not reported: how far a description agrees with a person, who carries the provenance.",
  LinkageAct: "A decision of the asking office, which names its own author and instant.",
  Offence: "Part of a conviction, which carries the provenance.",
  Sentence: "Part of a conviction, which carries the provenance.",
  Assessment:
    "Worked out, not reported: it names the version of every fact it rests on. Where it is kept, RecordedAssessment carries the provenance.",
  Gate: "Part of an assessment.",
  Contribution: "Part of an assessment; names the facts it rests on.",
  AssessmentDisclosure: "Worked out for the person concerned; the case it belongs to names the office that kept it.",
  DisclosedContribution: "Part of a disclosure.",
  MissingFact: "Part of an assessment; says that there is no fact.",
  PossibleOutcome: "Part of an assessment; says what could be, not what is.",
  Counterfactual: "Part of an assessment; says what could be, not what is.",
  FactChange: "Part of an assessment; the contribution of the same fact names its sources.",
  EvaluationRecord: "Pseudonymised: a source, a file reference and a day would lead back to the person.",
  AccessRecord: "The entry of a log, which names its own actor, office and instant.",
  AccessRecordSubject: "Part of an access record.",
  AccessRecordDisclosure: "Part of an access record.",
  AccessRecordFact: "Part of an access record.",
  LogEntryProof: "Part of an access record.",
  FailedIdentification: "The entry of a log, which names nobody.",
  AccessExport: "Entries of a log as a document, each with its proof.",
  LogTree: "The head of a log, which is signed by it.",
  LogShard: "The head of a log, which is signed by it.",
  AccessRecordWithheld: "Part of an access record.",
  AccessSample: "Drawn from a log.",
  AccessReview: "A verdict on an entry of a log; names its own author and instant.",
  AccessDetector: "A rule, and what was counted over entries of a log by it.",
  Notice: "Says that something happened and where it is read; the fact that is read there carries the provenance.",
  CorrectionNotice: "Says that a fact was changed, and is to tell nothing else of it.",
  OutstandingCorrection: "The same, as the data protection officer reads it.",
  AcknowledgeCorrectionPayload: "Says when a notice was acknowledged.",
  PolicySimulation: "Counted over entries of a log.",
  SimulatedChange: "Counted over entries of a log.",
  OwnAccess: "The entry of a log, as it is told to the person concerned; names office and instant.",
};

/** Types whose fields are values of the fact that they belong to. */
const valueTypes: ReadonlySet<string> = new Set(["Code", "Office"]);
const rootTypes: ReadonlySet<string> = new Set(["Query", "Mutation"]);

/**
 * Checks that every type which states a fact of a person offers its provenance: one that has a value (no link to another type)
 * of a personal category. Reduced facts, which are @inaccessible, name the facts behind them instead.
 *
 * @param exceptions types that are let off, with the reason
 * @returns one sentence a fault
 */
export function checkProvenance(
  name: string,
  sdl: DocumentNode,
  exceptions: Readonly<Record<string, string>> = withoutProvenance,
): readonly string[] {
  const categories = categoryIndex(sdl);
  const types = sdl.definitions.filter((each) => each.kind === Kind.OBJECT_TYPE_DEFINITION);
  const linked = new Set(types.map((type) => type.name.value).filter((type) => !valueTypes.has(type)));
  return types
    .filter((type) => !isHidden(type) && !rootTypes.has(type.name.value) && !(type.name.value in exceptions))
    .flatMap((type) => checkType(type.name.value, type.fields?.filter((field) => !isHidden(field)) ?? []));

  function checkType(typeName: string, fields: readonly FieldDefinitionNode[]): readonly string[] {
    const provenance = fields.find((field) => field.name.value === "provenance");
    const stated = fields.find((field) => isValue(typeName, field));
    if (stated === undefined || (provenance !== undefined && namedType(provenance.type) === "Provenance")) return [];
    return [
      `${name}: ${typeName}.${stated.name.value} states a fact without its source. Add provenance: Provenance @data(category: "INHERIT") to the type.`,
    ];
  }

  function isValue(typeName: string, field: FieldDefinitionNode): boolean {
    const own = categories.get(`${typeName}.${field.name.value}`) ?? [];
    return !linked.has(namedType(field.type)) && own.some((category) => vocabulary.categories[category]?.personal);
  }
}

function isHidden({ directives }: ObjectTypeDefinitionNode | FieldDefinitionNode): boolean {
  return (directives ?? []).some((directive) => directive.name.value === "inaccessible");
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
