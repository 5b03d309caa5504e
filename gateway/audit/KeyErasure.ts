import { logFilesInOrder, shardsInOrder } from "../../schema/accessLogNames.ts";
import { AccessLogError } from "./AccessLogError.ts";
import { type ErasureOrder, erasureOrder } from "./ErasureOrder.ts";
import type { LogFolder } from "./LogFolder.ts";
import type { Named } from "./Named.ts";
import { tokensNaming } from "./tokensNaming.ts";

/** What erasing needs of a log that is being written. */
export interface ErasedLog {
  readonly folder: LogFolder;
  /** Resolves when the order is on record. */
  append(order: ErasureOrder): Promise<unknown>;
  /** Does something while nothing is written. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /** Erases rows of one shard's key table. Called while nothing is written. */
  eraseIn(shard: string, tokens: ReadonlySet<string>): Promise<void>;
}

/**
 * Erases rows of key tables by order, one order after the other: the order is made durable, then put on record, then carried out, then
 * forgotten. Whatever interrupts it, the next `finish` goes on, and nothing is erased that is not on record.
 */
export class KeyErasure {
  readonly #log: ErasedLog;
  /** Order that this process could not put on record. */
  #refused: string | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(log: ErasedLog) {
    this.#log = log;
  }

  /** @returns number of rows */
  erase(order: Omit<ErasureOrder, "tokens">, named: Named): Promise<number> {
    return this.#next(async () => {
      await this.#finish();
      const { folder, exclusively } = this.#log;
      const tokens = await exclusively(() => tokensNaming(folder, named));
      if (tokens.size === 0) return 0;
      await exclusively(() => folder.writeOrder(JSON.stringify({ ...order, tokens: [...tokens].sort() })));
      await this.#finish();
      return tokens.size;
    });
  }

  /** Carries out what an interruption left. */
  finish(): Promise<void> {
    return this.#next(() => this.#finish());
  }

  async #finish(): Promise<void> {
    const { folder, append, exclusively, eraseIn } = this.#log;
    const text = await exclusively(() => folder.readOrder());
    if (text === null) return;
    const order = erasureOrder.parse(JSON.parse(text));
    // What a failed write left of it can be read, and is cut off before the next one: it is no record.
    if (this.#refused === order.id || !(await exclusively(() => this.#isOnRecord(order.id)))) {
      this.#refused = order.id;
      await append(order);
      this.#refused = null;
    }
    await exclusively(async () => {
      for (const shard of shardsInOrder(await folder.list())) await eraseIn(shard, new Set(order.tokens));
      await folder.writeOrder(null);
    });
  }

  async #isOnRecord(id: string): Promise<boolean> {
    const { folder } = this.#log;
    for (const name of shardsInOrder(await folder.list()).toReversed()) {
      const shard = await folder.shard(name);
      for (const file of logFilesInOrder("journal", await shard.list()).toReversed()) {
        const bytes = await shard.read(file);
        // In canonical JSON the members of an erasure stand in this order.
        for (
          let at = bytes.indexOf(`"id":${JSON.stringify(id)}`);
          at !== -1;
          at = bytes.indexOf(`"id":${JSON.stringify(id)}`, at + 1)
        )
          if (bytes.subarray(at, bytes.indexOf(0x0a, at)).includes('"type":"erasure"')) return true;
      }
    }
    return false;
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work, work).catch((error: unknown) => {
      throw error instanceof AccessLogError ? error : new AccessLogError("WRITE_FAILED", error);
    });
    this.#turn = turn;
    return turn;
  }
}
