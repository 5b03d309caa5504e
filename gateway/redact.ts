import { type GraphQLSchema, isAbstractType } from "graphql";
import { factReferencesField } from "../schema/factReferences.ts";
import type { Decision } from "./decide.ts";
import { FactNotes } from "./FactNotes.ts";
import { fieldGroups } from "./fieldGroups.ts";
import { Judge } from "./judge.ts";
import { aboutKey, factsKey, referencesKey, subjectKey, typeKey } from "./narrow.ts";
import type { Operation } from "./Operation.ts";
import { putMember } from "./plans/putMember.ts";
import { factsWithOwnRecord } from "./policy/facts.ts";
import { SubjectNotes } from "./SubjectNotes.ts";
import type { FieldSelection, Selection } from "./selection.ts";
import { type WithheldEntry, withheldEntries } from "./withheldEntries.ts";

type JsonObject = Readonly<Record<string, unknown>>;

/** Record that rows are judged on, and whom it is about. */
interface JudgedRecord {
  /** Names of the facts that hold; null: no record above, the subgraph's SQL alone has narrowed. */
  readonly facts: readonly string[] | null;
  readonly subject: string | null;
  /** Versions of facts that the object is read from, each as `factId@version~tag`; none for a person or case, which is read from several. */
  readonly references: readonly string[];
}

/** What goes out, and what is on record of it. */
export interface Redacted {
  readonly data: JsonObject | null;
  /** One entry a withheld selection, in the order of the operation. */
  readonly withheld: readonly WithheldEntry[];
  /** Data subject (null: no single person) → coordinates disclosed. */
  readonly disclosed: ReadonlyMap<string | null, ReadonlySet<string>>;
  /** Data subject → version of a fact, as `factId@version~tag` → coordinates disclosed from it. */
  readonly facts: ReadonlyMap<string | null, ReadonlyMap<string, ReadonlySet<string>>>;
  /** Data subject → coordinates that the decision allows on other records and that were withheld here. */
  readonly withheldOf: ReadonlyMap<string | null, ReadonlySet<string>>;
  /** Values that a subgraph should have held back already: each is an incident. */
  readonly incidents: readonly string[];
  /** Questions put to CASL. */
  readonly questions: number;
}

const none: readonly string[] = [];
const nowhere: JudgedRecord = { facts: null, subject: null, references: none };

/**
 * The second look, on what came back: shapes the answer as the client asked it, judges every record and field by CASL,
 * nulls what fails, and notes what is disclosed of whom. Pure.
 *
 * @param data as the subgraphs gave it for the narrowed operation; null where nothing was asked
 */
export function redact(operation: Operation, decision: Decision, data: JsonObject | null): Redacted {
  const { variables } = operation;
  const judge = new Judge(decision);
  const failed = new Set<FieldSelection>();
  const disclosed = new SubjectNotes();
  const facts = new FactNotes();
  const withheldOf = new SubjectNotes();
  const groupsOf = fieldGroups(operation.selections, operation.schema, variables);
  const possibleTypes = possibleTypesIn(operation.schema);
  const widened = new Map<readonly string[], readonly string[]>();
  const incidents: string[] = [];
  const root = operation.schema.getRootType(operation.definition.operation);
  const shaped = shapeObject(operation.selections, data ?? {}, nowhere, root?.name ?? "");
  return {
    data: shaped,
    withheld: withheldEntries(operation.selections, decision, failed, variables),
    disclosed: disclosed.bySubject,
    facts: facts.bySubject,
    withheldOf: withheldOf.bySubject,
    incidents,
    questions: judge.questions,
  };

  function shapeObject(
    selections: readonly Selection[],
    source: JsonObject,
    record: JudgedRecord,
    typeName: string,
  ): JsonObject {
    const shape: Record<string, unknown> = {};
    for (const { key, innerKey, field, below } of groupsOf(selections, typeName)) {
      const name = field.node.name.value;
      if (!name.startsWith("__")) putMember(shape, key, shapeField(field, below, source, innerKey, record));
      else if (name === "__typename") putMember(shape, key, typeName);
    }
    return shape;
  }

  function shapeField(
    field: FieldSelection,
    selections: readonly Selection[],
    source: JsonObject,
    key: string,
    record: JudgedRecord,
  ): unknown {
    const value = source[key];
    const verdict = decision.verdicts.get(field);
    if (verdict === undefined || verdict.kind === "WITHHOLD") return null;
    if (!mayRead(field, record)) {
      failed.add(field);
      withheldOf.add(record.subject, field.coordinate);
      if (!isEmpty(value)) incidents.push(field.coordinate);
      return null;
    }
    if (field.leadsToCarrier) return shapeValue(field, selections, value, record);
    disclosed.add(decision.payloads.has(field) ? subjectOf(value) : record.subject, field.coordinate);
    if (!field.leadsToFacts) facts.add(record.subject, restsOn(field, source, record), field.coordinate);
    return shapeValue(field, selections, value, record);
  }

  function shapeValue(
    field: FieldSelection,
    selections: readonly Selection[],
    value: unknown,
    record: JudgedRecord,
  ): unknown {
    if (value === null || value === undefined) return null;
    if (Array.isArray(value)) {
      return value.flatMap((each) => {
        const shaped = shapeValue(field, selections, each, record);
        return shaped === null && (field.leadsToCarrier || field.leadsToRecords) && each !== null ? [] : [shaped];
      });
    }
    if (field.objectType === null) return value;
    const source = value as JsonObject;
    const typeName = typeOf(field.objectType, source);
    if (typeName === null) {
      incidents.push(field.coordinate);
      return null;
    }
    const carrier = field.carriers.get(typeName);
    const below = carrier === undefined ? record : recordOf(source, record, carrier.namesSubject, judge);
    if (below === null || (carrier !== undefined && !judge.permits(field, below.facts ?? []))) {
      incidents.push(field.coordinate);
      return null;
    }
    if (field.leadsToCarrier) disclosed.add(below.subject, field.coordinate);
    if (!field.leadsToFacts) return shapeObject(selections, source, below, typeName);
    const references = referencesIn(source, factReferencesField);
    if (references === null) {
      incidents.push(field.coordinate);
      return null;
    }
    facts.add(below.subject, references, field.coordinate);
    return shapeObject(selections, source, { ...below, references }, typeName);
  }

  function restsOn(field: FieldSelection, source: JsonObject, { references }: JudgedRecord): readonly string[] {
    return field.referencesField === null ? references : (referencesIn(source, field.referencesField) ?? none);
  }

  /**
   * A field that leads to a carrier is judged on that record; any other on the one it belongs to. Where it leads to records
   * that are judged one by one, it may be read if one of them could be.
   */
  function mayRead(field: FieldSelection, record: JudgedRecord): boolean {
    if (field.leadsToCarrier) return true;
    if (record.facts !== null)
      return judge.permits(field, field.leadsToRecords ? withOwnRecord(record.facts) : record.facts);
    return field.inherits || isRoot(field) || judge.permits(field, []);
  }

  function isRoot(field: FieldSelection): boolean {
    return field.parentType === root?.name;
  }

  function withOwnRecord(facts: readonly string[]): readonly string[] {
    const known = widened.get(facts) ?? factsWithOwnRecord(facts);
    widened.set(facts, known);
    return known;
  }

  /** @returns null for a type that the contract does not have there: its name alone would tell of it */
  function typeOf(declared: string, source: JsonObject): string | null {
    let possible = possibleTypes.get(declared);
    if (possible === undefined) {
      const type = operation.schema.getType(declared);
      possible = isAbstractType(type) ? new Set(operation.schema.getPossibleTypes(type).map(({ name }) => name)) : null;
      possibleTypes.set(declared, possible);
    }
    if (possible === null) return declared;
    const given = own(source, typeKey);
    return possible.has(given) ? (given as string) : null;
  }
}

/** Schema → abstract type → names of its objects; null for types that are not abstract. */
const keptTypes = new WeakMap<GraphQLSchema, Map<string, ReadonlySet<unknown> | null>>();

function possibleTypesIn(schema: GraphQLSchema): Map<string, ReadonlySet<unknown> | null> {
  const types = keptTypes.get(schema) ?? new Map<string, ReadonlySet<unknown> | null>();
  keptTypes.set(schema, types);
  return types;
}

/**
 * The record that an object with relation facts is. One that names no data subject adds its facts to those above it.
 *
 * @returns null where its facts or its data subject are missing or malformed: then nothing can be said for it
 */
function recordOf(source: JsonObject, above: JudgedRecord, namesSubject: boolean, judge: Judge): JudgedRecord | null {
  const facts = own(source, factsKey);
  if (!Array.isArray(facts) || !facts.every((name) => typeof name === "string")) return null;
  if (!namesSubject) return { ...above, facts: judge.sorted([...new Set([...(above.facts ?? []), ...facts])]) };
  const subject = own(source, subjectKey);
  return typeof subject === "string" ? { facts: judge.sorted(facts), subject, references: none } : null;
}

/** Data subject of the record that a mutation's payload is about; null where there is none. */
function subjectOf(payload: unknown): string | null {
  if (payload === null || typeof payload !== "object") return null;
  const about = own(payload as JsonObject, aboutKey);
  const subject = about !== null && typeof about === "object" ? own(about as JsonObject, subjectKey) : null;
  return typeof subject === "string" ? subject : null;
}

/** What an object says of the facts that it, or a field of it, is read from; null where it does not say. */
function referencesIn(source: JsonObject, fieldName: string): readonly string[] | null {
  const given = own(source, referencesKey(fieldName));
  return Array.isArray(given) && given.every((each) => typeof each === "string") ? given : null;
}

function own(source: JsonObject, key: string): unknown {
  return Object.hasOwn(source, key) ? source[key] : undefined;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
