import DataLoader from "dataloader";
import type { Anchor } from "./Anchor.ts";
import type { GrantView } from "./grantView.ts";
import type { Database } from "./openStore.ts";
import { caseRelationFacts, personRelationFacts, type RelationFacts } from "./relationFacts.ts";

/** What a resolver gets: the grant, the database, and loaders that live as long as the request. */
export class SubgraphContext {
  readonly grant: GrantView;
  readonly database: Database;
  readonly operationId: string;
  // Not a #field: Apollo Server hands resolvers a shallow copy of the context, which such a field would not be part of.
  private readonly loaders = new Map<string, DataLoader<never, unknown>>();

  constructor(grant: GrantView, database: Database, operationId: string) {
    this.grant = grant;
    this.database = database;
    this.operationId = operationId;
  }

  /** Relations and prohibiting facts of a person, as seen by the holder of the grant. */
  async personFacts(personRef: string): Promise<ReadonlySet<string>> {
    return (await this.relationFacts({ type: "Person", key: personRef })).facts;
  }

  /** Relations and prohibiting facts of a case, as seen by the holder of the grant. */
  async caseFacts(caseRef: string): Promise<ReadonlySet<string>> {
    return (await this.relationFacts({ type: "Case", key: caseRef })).facts;
  }

  /** What the directory knows of an anchor; nothing where there is none. */
  relationFacts(anchor: Anchor): Promise<RelationFacts> {
    if (anchor.type === "None") return Promise.resolve({ facts: new Set(), dataSubject: null });
    const read = anchor.type === "Person" ? personRelationFacts : caseRelationFacts;
    return this.load(`shell.${anchor.type}`, anchor.key, (keys: readonly string[]) =>
      read(this.database, this.grant, keys),
    );
  }

  /**
   * Loads one value, batched with all that are asked for under the same name in this turn of the event loop.
   *
   * @param name names the loader; the same name must come with the same `batch`
   * @param batch gives one value per key, in the order of the keys
   */
  load<K extends string, V>(name: string, key: K, batch: (keys: readonly K[]) => Promise<readonly V[]>): Promise<V> {
    const known = this.loaders.get(name) as DataLoader<K, V> | undefined;
    const loader = known ?? new DataLoader<K, V>(batch, { maxBatchSize: 2000 });
    if (known === undefined) this.loaders.set(name, loader as unknown as DataLoader<never, unknown>);
    return loader.load(key);
  }

  /**
   * Loads the rows of many persons or cases at once and hands each its own.
   *
   * @param rows all rows for the keys, in the order in which each key wants its own
   * @param keyOf the key that a row belongs to
   */
  loadRows<R>(
    name: string,
    key: string,
    rows: (keys: readonly string[]) => Promise<readonly R[]>,
    keyOf: (row: R) => string,
  ): Promise<readonly R[]> {
    return this.load(name, key, async (keys) => {
      const byKey = Map.groupBy(await rows(keys), keyOf);
      return keys.map((each) => byKey.get(each) ?? []);
    });
  }

  /** Forgets what was loaded: a mutation has written. */
  forget(): void {
    this.loaders.clear();
  }
}
