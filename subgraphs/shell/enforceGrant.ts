import { MapperKind, mapSchema } from "@graphql-tools/utils";
import {
  defaultFieldResolver,
  type GraphQLFieldConfig,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isNonNullType,
  isObjectType,
} from "graphql";
import type { CategoryIndex } from "../../schema/categoryIndex.ts";
import { factReferencesField, referencesFieldOf } from "../../schema/factReferences.ts";
import { type Anchor, anchorOf, noAnchor } from "./Anchor.ts";
import { askedBeside } from "./askedBeside.ts";
import { permits } from "./grantView.ts";
import { type FactRow, factReference } from "./presentFact.ts";
import { factsOfAnyRecord, factsOfRecord, type RecordFacts } from "./RecordType.ts";
import type { SubgraphContext } from "./SubgraphContext.ts";
import { SubgraphError } from "./SubgraphError.ts";

type Resolver = GraphQLFieldResolver<unknown, SubgraphContext>;

/** What is known of a field before any request. */
interface GuardedField {
  readonly typeName: string;
  readonly returnedType: string;
  /** Categories that must be granted; empty: those of the field that led there. */
  readonly categories: readonly string[];
  readonly isMutation: boolean;
  readonly isRoot: boolean;
  /** Whether the field leads to a record that relations are judged on: then that record decides, not the one above. */
  readonly leadsToAnchor: boolean;
  /** Records that the field leads to, each of which is judged by itself; null for none. */
  readonly leadsToRecords: RecordFacts | null;
  /** What the field's own record is; null where it is none that is judged by itself. */
  readonly ownRecord: RecordFacts | null;
  readonly returnsObject: boolean;
  readonly ownAnchor: boolean;
  readonly resolve: Resolver;
}

/**
 * Wraps every field of the schema, so that no resolver can give out what the grant does not cover.
 *
 * - A field outside the granted categories is an error.
 * - A field that leads to a person or case gives it only if the relation holds for that person or case; else it is as absent.
 * - A field that leads to records with facts of their own gives those on which the relation holds, one by one.
 * - Any other field of a record under a person or case is null where the relation does not hold, before the resolver runs.
 * - Which version of a fact a person or case is read from is told beside a field that rests on it and may be read, else null.
 *
 * Lists of root fields are narrowed by their own SQL predicate as well, so that pages and counts are right.
 *
 * @param records the types whose records carry facts of their own
 * @throws Error where those are not the types of the schema that do
 */
export function enforceGrant(
  schema: GraphQLSchema,
  categories: CategoryIndex,
  records: Readonly<Record<string, RecordFacts>>,
): GraphQLSchema {
  requireRecords(schema, records);
  const anchors = new WeakMap<object, Anchor>();
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (config: GraphQLFieldConfig<unknown, SubgraphContext>, fieldName, typeName) => {
      if (fieldName.startsWith("_")) return config;
      if (fieldName === factReferencesField) {
        config.resolve = referencesResolver(schema, typeName, categories, config.resolve ?? referencesOfRow);
        return config;
      }
      const field: GuardedField = {
        typeName,
        returnedType: getNamedType(config.type).name,
        categories: (categories.get(`${typeName}.${fieldName}`) ?? []).filter((name) => name !== "INHERIT"),
        isMutation: typeName === "Mutation",
        isRoot: typeName === "Query" || typeName === "Mutation",
        leadsToAnchor: carriesFacts(config.type),
        leadsToRecords: records[getNamedType(config.type).name] ?? null,
        ownRecord: records[typeName] ?? null,
        returnsObject: isObjectType(getNamedType(config.type)),
        ownAnchor: carriesFactsByName(schema, typeName),
        resolve:
          config.resolve ??
          factResolver(typeName, fieldName, records[typeName] ?? null, anchors) ??
          defaultFieldResolver,
      };
      const nothingToEnforce = field.categories.length === 0 && !field.returnsObject && !field.isRoot;
      config.resolve = nothingToEnforce ? field.resolve : guard(field, anchors);
      return config;
    },
  });
}

function guard(field: GuardedField, anchors: WeakMap<object, Anchor>): Resolver {
  return async (parent, args, context, info) => {
    const entries = field.categories.map((name) =>
      field.isMutation ? context.grant.writing(name) : context.grant.reading(name),
    );
    if (entries.some((each) => each.length === 0)) throw new SubgraphError("FIELD_NOT_GRANTED");
    const anchor = field.ownAnchor ? anchorOf(field.typeName, parent) : knownAnchor(parent, anchors);
    const factsOn = async (judged: Anchor) => (await context.relationFacts(judged)).facts;
    const permitted = (facts: ReadonlySet<string>) => entries.every((each) => permits(each, facts));
    if (entries.length > 0 && !field.isRoot && !field.leadsToAnchor) {
      const above = await factsOn(anchor);
      if (!permitted(factsBefore(field, parent, context.grant.holder, above))) return null;
    }
    const value: unknown = await field.resolve(parent, args, context, info);
    if (field.isMutation) context.forget();
    const given = field.isMutation ? value : await onlyPermitted(value, judgedBy(field), entries.length === 0);
    if (field.returnsObject) remember(given, anchor, anchors);
    return given;

    function judgedBy({ leadsToAnchor, leadsToRecords, returnedType }: GuardedField) {
      if (leadsToAnchor) return async (each: unknown) => permitted(await factsOn(anchorOf(returnedType, each)));
      if (leadsToRecords === null) return null;
      const { holder } = context.grant;
      return async (each: unknown) =>
        permitted(factsOfRecord(leadsToRecords, each as object, holder, await factsOn(anchor)).all);
    }
  };
}

/**
 * The reference of a fact is no more than the fact: on a person or case it is told with a field that rests on it, is asked for beside it and
 * may be read; on a record it stands on the row. What is never null, a key, tells nothing of the fact.
 */
function referencesResolver(
  schema: GraphQLSchema,
  typeName: string,
  categories: CategoryIndex,
  resolve: Resolver,
): Resolver {
  const type = schema.getType(typeName);
  if (!isObjectType(type) || !carriesFacts(type)) return resolve;
  const fields = type.getFields();
  const resting = Object.values(fields)
    .filter((field) => referencesFieldOf(fields, field) === factReferencesField && !isNonNullType(field.type))
    .map(({ name }) => ({
      name,
      needed: (categories.get(`${typeName}.${name}`) ?? []).filter((category) => category !== "INHERIT"),
    }));
  return async (parent, args, context, info) => {
    const { facts } = await context.relationFacts(anchorOf(typeName, parent));
    const asked = askedBeside(info);
    const isTold = resting.some(
      ({ name, needed }) =>
        asked.has(name) && needed.every((category) => permits(context.grant.reading(category), facts)),
    );
    return isTold ? resolve(parent, args, context, info) : null;
  };
}

function referencesOfRow(parent: unknown): readonly string[] {
  const given = parent as FactRow & { readonly factReferences?: readonly string[] };
  return given.factReferences ?? [factReference(given)];
}

/** What the field is judged on before its resolver runs. A list of records may be read if one of them could be. */
function factsBefore(
  { leadsToRecords, ownRecord }: GuardedField,
  parent: unknown,
  holder: string,
  above: ReadonlySet<string>,
): ReadonlySet<string> {
  if (ownRecord !== null) return factsOfRecord(ownRecord, parent as object, holder, above).all;
  return leadsToRecords === null ? above : factsOfAnyRecord(above);
}

/** `relationFacts` and `dataSubject` need no resolver of their own: the directory knows them, and the record itself. */
function factResolver(
  typeName: string,
  fieldName: string,
  record: RecordFacts | null,
  anchors: WeakMap<object, Anchor>,
): Resolver | null {
  if (fieldName !== "relationFacts" && fieldName !== "dataSubject") return null;
  if (record !== null) {
    return async (parent, _args, context) => {
      const above = await context.relationFacts(knownAnchor(parent, anchors));
      return [...factsOfRecord(record, parent as object, context.grant.holder, above.facts).own].sort();
    };
  }
  return async (parent, _args, context) => {
    const { facts, dataSubject } = await context.relationFacts(anchorOf(typeName, parent));
    return fieldName === "relationFacts" ? [...facts].sort() : dataSubject;
  };
}

/** The value, or of a list the elements, that are permitted; null for a single one that is not. */
async function onlyPermitted(
  value: unknown,
  permitted: ((each: unknown) => Promise<boolean>) | null,
  nothingToJudge: boolean,
): Promise<unknown> {
  if (permitted === null || nothingToJudge) return value;
  if (value === null || value === undefined) return null;
  if (!Array.isArray(value)) return (await permitted(value)) ? value : null;
  const kept = await Promise.all(value.map(permitted));
  return value.filter((_, index) => kept[index]);
}

function knownAnchor(parent: unknown, anchors: WeakMap<object, Anchor>): Anchor {
  return (parent !== null && typeof parent === "object" ? anchors.get(parent) : undefined) ?? noAnchor;
}

function remember(value: unknown, anchor: Anchor, anchors: WeakMap<object, Anchor>): void {
  if (Array.isArray(value)) for (const each of value) remember(each, anchor, anchors);
  else if (value !== null && typeof value === "object") anchors.set(value, anchor);
}

function carriesFacts(type: GraphQLOutputType): boolean {
  const named = getNamedType(type);
  return isObjectType(named) && "relationFacts" in named.getFields() && "dataSubject" in named.getFields();
}

function carriesFactsByName(schema: GraphQLSchema, typeName: string): boolean {
  const type = schema.getType(typeName);
  return isObjectType(type) && carriesFacts(type);
}

/** A type with `relationFacts` and without `dataSubject` is a record that somebody must tell the facts of. */
function requireRecords(schema: GraphQLSchema, records: Readonly<Record<string, RecordFacts>>): void {
  const carrying = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && "relationFacts" in type.getFields() && !carriesFacts(type))
    .map(({ name }) => name);
  const differing = new Set(carrying).symmetricDifference(new Set(Object.keys(records)));
  if (differing.size > 0) throw new Error(`Records and schema disagree on ${[...differing].sort().join(", ")}.`);
}
