import { isAbstractType } from "graphql";
import type { Decision } from "./decide.ts";
import { included } from "./included.ts";
import { Judge } from "./judge.ts";
import { aboutKey, factsKey, innerKey, subjectKey, typeKey } from "./narrow.ts";
import type { Operation } from "./Operation.ts";
import { factsWithOwnRecord } from "./policy/facts.ts";
import type { FieldSelection, Selection } from "./selection.ts";
import { type WithheldEntry, withheldEntries } from "./withheldEntries.ts";

type JsonObject = Readonly<Record<string, unknown>>;

/** Record that rows are judged on, and whom it is about. */
interface JudgedRecord {
  /** Names of the facts that hold; null: no record above, the subgraph's SQL alone has narrowed. */
  readonly facts: readonly string[] | null;
  readonly subject: string | null;
}

/** What goes out, and what is on record of it. */
export interface Redacted {
  readonly data: JsonObject | null;
  /** One entry a withheld selection, in the order of the operation. */
  readonly withheld: readonly WithheldEntry[];
  /** Data subject (null: no single person) → coordinates disclosed. */
  readonly disclosed: ReadonlyMap<string | null, ReadonlySet<string>>;
  /** Data subject → coordinates that the decision allows on other records and that were withheld here. */
  readonly withheldOf: ReadonlyMap<string | null, ReadonlySet<string>>;
  /** Values that a subgraph should have held back already: each is an incident. */
  readonly incidents: readonly string[];
  /** Questions put to CASL. */
  readonly questions: number;
}

const nowhere: JudgedRecord = { facts: null, subject: null };

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
  const disclosed = new Map<string | null, Set<string>>();
  const withheldOf = new Map<string | null, Set<string>>();
  const incidents: string[] = [];
  const root = operation.schema.getRootType(operation.definition.operation);
  const shaped = shapeObject(operation.selections, data ?? {}, nowhere, root?.name ?? "");
  return {
    data: shaped,
    withheld: withheldEntries(operation.selections, decision, failed, variables),
    disclosed,
    withheldOf,
    incidents,
    questions: judge.questions,
  };

  function shapeObject(
    selections: readonly Selection[],
    source: JsonObject,
    record: JudgedRecord,
    typeName: string,
  ): JsonObject {
    const shape: Record<string, unknown> = Object.create(null);
    for (const [key, fields] of collect(selections, typeName)) {
      const [field] = fields;
      if (field === undefined || field.node.name.value.startsWith("__")) {
        if (field?.node.name.value === "__typename") shape[key] = typeName;
      } else shape[key] = shapeField(field, fields, own(source, innerKey(key)), record);
    }
    return shape;
  }

  function shapeField(
    field: FieldSelection,
    all: readonly FieldSelection[],
    value: unknown,
    record: JudgedRecord,
  ): unknown {
    const verdict = decision.verdicts.get(field);
    if (verdict === undefined || verdict.kind === "WITHHOLD") return null;
    if (!mayRead(field, record)) {
      failed.add(field);
      note(withheldOf, record.subject, field.coordinate);
      if (!isEmpty(value)) incidents.push(field.coordinate);
      return null;
    }
    if (field.leadsToCarrier) return shapeValue(field, all, value, record);
    note(disclosed, decision.payloads.has(field) ? subjectOf(value) : record.subject, field.coordinate);
    return shapeValue(field, all, value, record);
  }

  function shapeValue(
    field: FieldSelection,
    all: readonly FieldSelection[],
    value: unknown,
    record: JudgedRecord,
  ): unknown {
    if (value === null || value === undefined) return null;
    if (Array.isArray(value)) {
      return value.flatMap((each) => {
        const shaped = shapeValue(field, all, each, record);
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
    const below = carrier === undefined ? record : recordOf(source, record, carrier.namesSubject);
    if (below === null || (carrier !== undefined && !judge.permits(field, below.facts ?? []))) {
      incidents.push(field.coordinate);
      return null;
    }
    if (field.leadsToCarrier) note(disclosed, below.subject, field.coordinate);
    return shapeObject(
      all.flatMap((each) => each.selections),
      source,
      below,
      typeName,
    );
  }

  /**
   * A field that leads to a carrier is judged on that record; any other on the one it belongs to. Where it leads to records
   * that are judged one by one, it may be read if one of them could be.
   */
  function mayRead(field: FieldSelection, record: JudgedRecord): boolean {
    if (field.leadsToCarrier) return true;
    if (record.facts !== null)
      return judge.permits(field, field.leadsToRecords ? factsWithOwnRecord(record.facts) : record.facts);
    return field.inherits || isRoot(field) || judge.permits(field, []);
  }

  function isRoot(field: FieldSelection): boolean {
    return field.parentType === root?.name;
  }

  /** @returns null for a type that the contract does not have there: its name alone would tell of it */
  function typeOf(declared: string, source: JsonObject): string | null {
    const type = operation.schema.getType(declared);
    if (!isAbstractType(type)) return declared;
    const given = own(source, typeKey);
    return operation.schema.getPossibleTypes(type).find(({ name }) => name === given)?.name ?? null;
  }

  /** Selections of one type by response key, in the order of their first appearance. */
  function collect(selections: readonly Selection[], typeName: string): ReadonlyMap<string, FieldSelection[]> {
    const groups = new Map<string, FieldSelection[]>();
    const visit = (set: readonly Selection[]): void => {
      for (const selection of set) {
        if (selection.kind === "fragment") {
          if (included(selection.directives, variables) && applies(selection.typeCondition, typeName)) {
            visit(selection.selections);
          }
        } else if (included(selection.node.directives, variables)) {
          const group = groups.get(selection.responseKey);
          if (group === undefined) groups.set(selection.responseKey, [selection]);
          else group.push(selection);
        }
      }
    };
    visit(selections);
    return groups;
  }

  function applies(typeCondition: string | null, typeName: string): boolean {
    if (typeCondition === null || typeCondition === typeName) return true;
    const type = operation.schema.getType(typeCondition);
    return isAbstractType(type) && operation.schema.getPossibleTypes(type).some((each) => each.name === typeName);
  }
}

/**
 * The record that an object with relation facts is. One that names no data subject adds its facts to those above it.
 *
 * @returns null where its facts or its data subject are missing or malformed: then nothing can be said for it
 */
function recordOf(source: JsonObject, above: JudgedRecord, namesSubject: boolean): JudgedRecord | null {
  const facts = own(source, factsKey);
  if (!Array.isArray(facts) || !facts.every((name) => typeof name === "string")) return null;
  if (!namesSubject) return { facts: [...new Set([...(above.facts ?? []), ...facts])].sort(), subject: above.subject };
  const subject = own(source, subjectKey);
  return typeof subject === "string" ? { facts: facts.toSorted(), subject } : null;
}

function note(map: Map<string | null, Set<string>>, subject: string | null, coordinate: string): void {
  const coordinates = map.get(subject) ?? new Set<string>();
  map.set(subject, coordinates.add(coordinate));
}

/** Data subject of the record that a mutation's payload is about; null where there is none. */
function subjectOf(payload: unknown): string | null {
  if (payload === null || typeof payload !== "object") return null;
  const about = own(payload as JsonObject, aboutKey);
  const subject = about !== null && typeof about === "object" ? own(about as JsonObject, subjectKey) : null;
  return typeof subject === "string" ? subject : null;
}

function own(source: JsonObject, key: string): unknown {
  return Object.hasOwn(source, key) ? source[key] : undefined;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
