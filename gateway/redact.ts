import { factReferencesField } from "../schema/factReferences.ts";
import type { CoordinateSet } from "./audit/CoordinateSet.ts";
import type { Decision } from "./decide.ts";
import { FactNotes } from "./FactNotes.ts";
import { Judge } from "./judge.ts";
import { type FieldLook, Looks, type ObjectLook } from "./Looks.ts";
import { aboutKey, factsKey, referencesKey, subjectKey, typeKey } from "./narrow.ts";
import type { Operation } from "./Operation.ts";
import { SubjectNotes } from "./SubjectNotes.ts";
import type { FieldSelection } from "./selection.ts";
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
  readonly disclosed: ReadonlyMap<string | null, CoordinateSet>;
  /** Data subject → version of a fact, as `factId@version~tag` → coordinates disclosed from it. */
  readonly facts: ReadonlyMap<string | null, ReadonlyMap<string, CoordinateSet>>;
  /** Data subject → coordinates that the decision allows on other records and that were withheld here. */
  readonly withheldOf: ReadonlyMap<string | null, CoordinateSet>;
  /** Values that a subgraph should have held back already: each is an incident. */
  readonly incidents: readonly string[];
  /** Questions put to CASL. */
  readonly questions: number;
}

const none: readonly string[] = [];
const ownReferencesKey = referencesKey(factReferencesField);
const nowhere: JudgedRecord = { facts: null, subject: null, references: none };

/**
 * The second look, on what came back: shapes the answer as the client asked it, judges every record and field by CASL,
 * nulls what fails, and notes what is disclosed of whom. Pure.
 *
 * @param data as the subgraphs gave it for the narrowed operation; null where nothing was asked
 */
export function redact(operation: Operation, decision: Decision, data: JsonObject | null): Redacted {
  const judge = Judge.of(decision);
  const { questions } = judge;
  const failed = new Set<FieldSelection>();
  const disclosed = new SubjectNotes();
  const facts = new FactNotes();
  const withheldOf = new SubjectNotes();
  const incidents: string[] = [];
  const shaped = shapeObject(Looks.of(operation, decision).root, data ?? {}, nowhere);
  return {
    data: shaped,
    withheld: withheldEntries(operation.selections, decision, failed, operation.variables),
    disclosed: disclosed.bySubject,
    facts: facts.bySubject,
    withheldOf: withheldOf.bySubject,
    incidents,
    questions: judge.questions - questions,
  };

  function shapeObject({ typeName, fields, read, make }: ObjectLook, source: JsonObject, record: JudgedRecord) {
    const values = read(source);
    for (const look of fields) {
      const { at } = look;
      const value = values[at];
      if (look.fate === "SHOWN") values[at] = shown(look, value, source, record);
      else values[at] = look.fate === "NAMED" ? typeName : null;
      if (look.fate === "FAILED") fail(look, value, record);
    }
    return make(values);
  }

  function fail({ field, failed: coordinates }: FieldLook, value: unknown, { subject }: JudgedRecord): void {
    failed.add(field);
    if (coordinates !== null) withheldOf.add(subject, coordinates);
    if (!isEmpty(value)) incidents.push(field.coordinate);
  }

  function shown(look: FieldLook, value: unknown, source: JsonObject, record: JudgedRecord): unknown {
    if (look.disclosed !== null) disclosed.add(look.isPayload ? subjectOf(value) : record.subject, look.disclosed);
    if (look.rests !== null) facts.add(record.subject, restsOn(look, source, record), look.rests);
    return look.field.objectType === null ? value : shapeValue(look, value, record);
  }

  function shapeValue(look: FieldLook, value: unknown, record: JudgedRecord): unknown {
    if (value === null || value === undefined) return null;
    if (!Array.isArray(value)) return shapeRecord(look, value as JsonObject, record);
    const { leadsToCarrier, leadsToRecords } = look.field;
    const list: unknown[] = [];
    for (const each of value) {
      const shaped = shapeValue(look, each, record);
      if (shaped !== null || each === null || !(leadsToCarrier || leadsToRecords)) list.push(shaped);
    }
    return list;
  }

  function shapeRecord(look: FieldLook, source: JsonObject, record: JudgedRecord): JsonObject | null {
    const { field, own: coordinates } = look;
    const typeName = typeOf(look, source);
    const carrier = typeName === null ? undefined : field.carriers.get(typeName);
    const below = carrier === undefined ? record : recordOf(source, record, carrier.namesSubject, judge);
    const objects = typeName === null || below === null ? null : look.objectsOf(typeName, below.facts);
    const references = field.leadsToFacts ? referencesIn(source[ownReferencesKey]) : none;
    if (objects === null || below === null || !objects.isAdmitted) return incident(field);
    if (field.leadsToCarrier) disclosed.add(below.subject, coordinates);
    if (!field.leadsToFacts) return shapeObject(objects, source, below);
    if (references === null) return incident(field);
    facts.add(below.subject, references, coordinates);
    return shapeObject(objects, source, { ...below, references });
  }

  function incident({ coordinate }: FieldSelection): null {
    incidents.push(coordinate);
    return null;
  }
}

/** Versions of facts that a field rests on: those of its object, or those that a hidden field beside it tells. */
function restsOn({ restsKey }: FieldLook, source: JsonObject, { references }: JudgedRecord): readonly string[] {
  return restsKey === null ? references : (referencesIn(source[restsKey]) ?? none);
}

/** @returns null for a type that the contract does not have there: its name alone would tell of it */
function typeOf({ field, possibleTypes }: FieldLook, source: JsonObject): string | null {
  if (possibleTypes === null) return field.objectType;
  const given = source[typeKey];
  return possibleTypes.has(given) ? (given as string) : null;
}

/**
 * The record that an object with relation facts is. One that names no data subject adds its facts to those above it.
 *
 * @returns null where its facts or its data subject are missing or malformed: then nothing can be said for it
 */
function recordOf(source: JsonObject, above: JudgedRecord, namesSubject: boolean, judge: Judge): JudgedRecord | null {
  const facts = source[factsKey];
  if (!Array.isArray(facts) || !facts.every(isText)) return null;
  if (!namesSubject) return { ...above, facts: judge.sorted([...new Set([...(above.facts ?? []), ...facts])]) };
  const subject = source[subjectKey];
  return typeof subject === "string" ? { facts: judge.sorted(facts), subject, references: none } : null;
}

/** Data subject of the record that a mutation's payload is about; null where there is none. */
function subjectOf(payload: unknown): string | null {
  if (payload === null || typeof payload !== "object") return null;
  const about = (payload as JsonObject)[aboutKey];
  const subject = about !== null && typeof about === "object" ? (about as JsonObject)[subjectKey] : null;
  return typeof subject === "string" ? subject : null;
}

/** What an object says of the facts that it, or a field of it, is read from; null where it does not say. */
function referencesIn(given: unknown): readonly string[] | null {
  return Array.isArray(given) && given.every(isText) ? given : null;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
