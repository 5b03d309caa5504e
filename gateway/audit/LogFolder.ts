/**
 * The files of one instance of the log: everything the writer does to a disk, so that tests can put a faulty one in its place.
 * One writer holds it at a time. Every method rejects with the error of the system.
 */
export interface LogFolder {
  /** Name of the instance. */
  readonly instance: string;
  /** Names of all folders, in no order. */
  list(): Promise<readonly string[]>;
  /** A shard's folder; made, and its name durable, where there is none. */
  shard(name: string): Promise<ShardFolder>;
  /** The order that is being carried out; null for none. */
  readOrder(): Promise<string | null>;
  /** Durable, in place of any other, when this resolves; null: there is none any more. */
  writeOrder(order: string | null): Promise<void>;
  /** Lets another writer have the folder. */
  release(): void;
}

/** The files of one shard. */
export interface ShardFolder {
  /** `<instance>/<shard>`. */
  readonly name: string;
  /** Names of all files, in no order. */
  list(): Promise<readonly string[]>;
  /** A file's bytes as the system shows them now, durable or not. */
  read(name: string): Promise<Buffer>;
  /**
   * Makes a file of an earlier process durable as it stands. Its bytes are written again where they are: those of a write whose sync failed
   * stand in the memory of the system alone, which holds them for written, so that syncing them would do nothing.
   */
  sync(name: string): Promise<void>;
  /** Creates a file for appending; fails if there is one. It survives a crash only after `syncEntries`. */
  create(name: string): Promise<LogFile>;
  /** Cuts a file of this process down to its first bytes, durably: what stands behind them was never acknowledged. */
  cut(name: string, bytes: number): Promise<void>;
  /** Overwrites a file, removes it, and makes both durable. Whoever lists the folder meanwhile does not see it. */
  destroy(name: string): Promise<void>;
  /** Makes the folder's own entries durable. */
  syncEntries(): Promise<void>;
}

/** A file that is being written. */
export interface LogFile {
  /** Appends. Resolves to the number of bytes that were taken, which may be fewer than given. */
  write(bytes: Uint8Array): Promise<number>;
  /** Makes everything written durable (fdatasync), and fails where the file no longer stands in its folder. After an error nothing is known of the bytes written since the last success. */
  sync(): Promise<void>;
  close(): Promise<void>;
}
