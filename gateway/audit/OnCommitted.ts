/**
 * Is told what is durable, before anybody has a receipt for it. Must not throw.
 *
 * @param shard without its instance
 * @param firstLeaf index of the first entry in the shard's tree
 */
export type OnCommitted = (shard: string, firstLeaf: number, entries: readonly string[]) => void;
