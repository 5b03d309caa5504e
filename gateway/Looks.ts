import { isAbstractType } from "graphql";
import { CoordinateSet } from "./audit/CoordinateSet.ts";
import type { Decision } from "./decide.ts";
import { decisiveValues } from "./decisiveValues.ts";
import { type FieldGroup, fieldGroups } from "./fieldGroups.ts";
import { Judge } from "./judge.ts";
import { referencesKey } from "./narrow.ts";
import type { Operation } from "./Operation.ts";
import { membersReader, type ReadMembers } from "./plans/membersReader.ts";
import { type MakeObject, objectMaker } from "./plans/objectMaker.ts";
import { factsWithOwnRecord } from "./policy/facts.ts";
import type { FieldSelection, Selection } from "./selection.ts";

/** Names of the facts that hold on a record, as a `Judge` sorts them; null: no record above, the subgraph's SQL alone has narrowed. */
type Facts = readonly string[] | null;

/** What is done with one field of an object. Coordinates that are noted together stand at the first of their fields. */
export interface FieldLook {
  readonly field: FieldSelection;
  /** Its place among the values of the object. */
  readonly at: number;
  /** Shown is the name of the type; nothing, because the decision withholds it; nothing, because the facts do not permit it; the value. */
  readonly fate: "NAMED" | "WITHHELD" | "FAILED" | "SHOWN";
  /** Whether it is a mutation whose payload leads to the record that it is about. */
  readonly isPayload: boolean;
  /** The field's own coordinate, where it is noted of each object that stands there. */
  readonly own: CoordinateSet;
  /** Disclosed of the record's data subject, or of the payload's. */
  readonly disclosed: CoordinateSet | null;
  /** Failed on the record. */
  readonly failed: CoordinateSet | null;
  /** Disclosed from versions of facts. */
  readonly rests: CoordinateSet | null;
  /** Key under which the object tells those of `rests`; null: those of the object. */
  readonly restsKey: string | null;
  /** Names of the objects of an abstract type; null where the type is not abstract. */
  readonly possibleTypes: ReadonlySet<unknown> | null;
  /** @param facts of the record that objects there are, or belong to */
  objectsOf(typeName: string, facts: Facts): ObjectLook;
}

/** What is done with the objects of one selection and type, where the same facts hold. */
export interface ObjectLook {
  readonly typeName: string;
  /** Whether one may stand where it does. */
  readonly isAdmitted: boolean;
  /** Fields with which there is something to do; values of the others go out as they are. */
  readonly fields: readonly FieldLook[];
  /** Values of all fields, as they were asked for. */
  readonly read: ReadMembers;
  readonly make: MakeObject;
}

/** Variables that decide on selections → looks. Let go with the decision. */
const kept = new WeakMap<Decision, Map<string, Looks>>();

/** Looks kept for one decision; more are only made by ever new facts, or ever new combinations of booleans. */
const looksMax = 2_000;

/** The second look, worked out once for a decision: what is left for a row is to take and to note. */
export class Looks {
  readonly root: ObjectLook;
  readonly #operation: Operation;
  readonly #decision: Decision;
  readonly #judge: Judge;
  readonly #all: readonly string[];
  #made = 0;

  private constructor(operation: Operation, decision: Decision) {
    this.#operation = operation;
    this.#decision = decision;
    this.#judge = Judge.of(decision);
    this.#all = [...new Set([...decision.verdicts.keys()].map(({ coordinate }) => coordinate))];
    const { schema, definition, selections } = operation;
    this.root = this.#objectLook(selections, schema.getRootType(definition.operation)?.name ?? "", null, true);
  }

  static of(operation: Operation, decision: Decision): Looks {
    const byValues = kept.get(decision) ?? new Map<string, Looks>();
    kept.set(decision, byValues);
    const values = decisiveValues(operation.selections, operation.variables);
    const known = byValues.get(values);
    if (known !== undefined && known.#made < looksMax) return known;
    if (byValues.values().reduce((sum, each) => sum + each.#made, 0) >= looksMax) byValues.clear();
    const made = new Looks(operation, decision);
    byValues.set(values, made);
    return made;
  }

  #objectLook(selections: readonly Selection[], typeName: string, facts: Facts, isAdmitted: boolean): ObjectLook {
    this.#made += 1;
    const { schema, variables } = this.#operation;
    const groups = fieldGroups(selections, typeName, schema, variables).filter(
      ({ field: { node } }) => node.name.value === "__typename" || !node.name.value.startsWith("__"),
    );
    return {
      typeName,
      isAdmitted,
      fields: this.#fieldLooks(groups, facts),
      read: membersReader(groups.map(({ innerKey }) => innerKey)),
      make: objectMaker(groups.map(({ key }) => key)),
    };
  }

  #fieldLooks(groups: readonly FieldGroup[], facts: Facts): readonly FieldLook[] {
    const { payloads } = this.#decision;
    const judged = groups.map(({ field, below }) => ({ field, below, fate: this.#fateOf(field, facts) }));
    const shown = judged.flatMap(({ field, fate }) => (fate === "SHOWN" && !field.leadsToCarrier ? [field] : []));
    const disclosed = this.#together(shown, (field) => (payloads.has(field) ? field : "record"));
    const failed = this.#together(
      judged.flatMap(({ field, fate }) => (fate === "FAILED" ? [field] : [])),
      () => "record",
    );
    const rests = this.#together(
      shown.filter(({ leadsToFacts }) => !leadsToFacts),
      ({ referencesField }) => referencesField,
    );
    const looks = judged.map(({ field, below, fate }, at) => ({
      field,
      at,
      fate,
      isPayload: payloads.has(field),
      own: this.#setOf([field]),
      disclosed: disclosed.get(field) ?? null,
      failed: failed.get(field) ?? null,
      rests: rests.get(field) ?? null,
      restsKey: field.referencesField === null ? null : referencesKey(field.referencesField),
      possibleTypes: this.#possibleTypes(field),
      objectsOf: this.#objectsOf(field, below),
    }));
    return looks.filter(
      ({ field: { objectType }, fate, disclosed: noted, rests: resting }) =>
        fate !== "SHOWN" || objectType !== null || noted !== null || resting !== null,
    );
  }

  /** The coordinates of fields that are noted together, by the first of them. */
  #together<T>(fields: readonly FieldSelection[], place: (field: FieldSelection) => T) {
    const noted = [...Map.groupBy(fields, place).values()];
    return new Map(noted.map((same) => [same[0], this.#setOf(same)]));
  }

  #setOf(fields: readonly FieldSelection[]): CoordinateSet {
    const all = this.#all;
    return CoordinateSet.of(
      all,
      fields.map(({ coordinate }) => coordinate).filter((each) => all.includes(each)),
    );
  }

  #objectsOf(field: FieldSelection, below: readonly Selection[]): FieldLook["objectsOf"] {
    const byType = new Map<string, Map<Facts, ObjectLook>>();
    return (typeName, facts) => {
      const byFacts = byType.get(typeName) ?? new Map<Facts, ObjectLook>();
      byType.set(typeName, byFacts);
      const known = byFacts.get(facts);
      if (known !== undefined) return known;
      const isAdmitted = !field.carriers.has(typeName) || this.#judge.permits(field, facts ?? []);
      const made = this.#objectLook(below, typeName, facts, isAdmitted);
      byFacts.set(facts, made);
      return made;
    };
  }

  #fateOf(field: FieldSelection, facts: Facts): FieldLook["fate"] {
    if (field.node.name.value === "__typename") return "NAMED";
    const verdict = this.#decision.verdicts.get(field);
    if (verdict === undefined || verdict.kind === "WITHHOLD") return "WITHHELD";
    return this.#mayRead(field, facts) ? "SHOWN" : "FAILED";
  }

  /**
   * A field that leads to a carrier is judged on that record; any other on the one it belongs to. Where it leads to records
   * that are judged one by one, it may be read if one of them could be.
   */
  #mayRead(field: FieldSelection, facts: Facts): boolean {
    if (field.leadsToCarrier) return true;
    if (facts !== null) return this.#judge.permits(field, field.leadsToRecords ? factsWithOwnRecord(facts) : facts);
    const root = this.#operation.schema.getRootType(this.#operation.definition.operation);
    return field.inherits || field.parentType === root?.name || this.#judge.permits(field, []);
  }

  #possibleTypes({ objectType }: FieldSelection): FieldLook["possibleTypes"] {
    const { schema } = this.#operation;
    const type = schema.getType(objectType ?? "");
    return isAbstractType(type) ? new Set(schema.getPossibleTypes(type).map(({ name }) => name)) : null;
  }
}
