import type { GraphQLFieldResolver } from "graphql";
import type { SubgraphName } from "../../schema/subgraphNames.ts";
import type { Blueprint } from "../population/Blueprint.ts";
import type { RecordErasures } from "./Erasure.ts";
import type { EnclaveDoor } from "./enclaveDoors.ts";
import type { Occurrence } from "./Occurrence.ts";
import type { Database } from "./openStore.ts";
import type { RecordFacts } from "./RecordType.ts";
import type { SubgraphContext } from "./SubgraphContext.ts";

/** Resolver of one field. Parents are rows of many shapes; each resolver names its own. */
// biome-ignore lint/suspicious/noExplicitAny: see above
type FieldResolver = GraphQLFieldResolver<any, SubgraphContext, any>;

// biome-ignore lint/suspicious/noExplicitAny: a reference carries the keys and required fields of its entity
type ReferenceResolver = (reference: any) => unknown;

/** Resolvers of one type by field name; `__resolveReference` for entities. */
export type TypeResolvers = Readonly<Record<string, FieldResolver | ReferenceResolver>>;

/** What a subgraph's folder exports: one entry of the roster. */
export interface Subgraph {
  readonly name: SubgraphName;
  /** PostgreSQL schema and role that this subgraph alone owns. */
  readonly schema: string;
  /** Whether it stands apart: no right on the directory or on any table, none but to ask the doors that others open to it. */
  readonly isEnclave?: true;
  /** What it opens of its own tables to the enclave, without a reference or a name. */
  readonly doors?: readonly EnclaveDoor[];
  readonly resolvers: Readonly<Record<string, TypeResolvers>>;
  /** The types whose records carry facts of their own (`relationFacts` without `dataSubject`); none by default. */
  readonly records?: Readonly<Record<string, RecordFacts>>;
  /** What in its tables is news to other offices; nothing by default. */
  readonly occurrences?: readonly Occurrence[];
  /** Whether a new version of one of its facts says that the one before was wrong (a correction); by default it says how things went on. */
  readonly versionsCorrect?: boolean;
  /** Table of the directory that it alone may read; none by default. */
  readonly reads?: "news" | "fact_change";
  /**
   * Writes the rows of a batch of synthetic persons: its own tables, and the directory rows that its facts make.
   * Deterministic: it draws from `blueprint.random(name)` alone.
   */
  populate?(database: Database, blueprints: readonly Blueprint[]): Promise<void>;
  /**
   * Does what time and the decisions of others bring its tables: facts follow their tickets, what has outlived its term goes, on record. Idempotent,
   * and to be repeated as long as the store is in use.
   */
  keepUp?(database: Database, date: string, record: RecordErasures): Promise<void>;
  /** Work before the first request, for example reading an index. */
  prepare?(database: Database): Promise<void>;
}
