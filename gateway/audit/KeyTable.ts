import { randomBytes } from "node:crypto";
import { type KeyKind, keyRowText, readKeys, tokenOf } from "../../schema/accessLogKeys.ts";
import { logFileName, logFilesInOrder, parseLogFileName } from "../../schema/accessLogNames.ts";
import { eraseKeys } from "./eraseKeys.ts";
import { fitting } from "./fitting.ts";
import type { LogFile, ShardFolder } from "./LogFolder.ts";

/** Reasons whose tokens are kept in memory; older ones get a new token when they are stated again. */
const reasonsMax = 10_000;

interface Pending {
  readonly id: string;
  readonly text: string;
}

/**
 * The key table of a shard: a token for each data subject, case and reason, made once. Its files are only appended to, and
 * after a fault the next row begins a new one, as the journal does.
 */
export class KeyTable {
  readonly #folder: ShardFolder;
  readonly #tokens: Map<string, string>;
  #newest: number;
  #reasons = 0;
  /** Rows that are not durable yet, in their order. */
  #pending: Pending[] = [];
  #file: LogFile | null = null;
  /** What is done to the files: one after the other. */
  #turn: Promise<unknown> = Promise.resolve();
  /** What kept rows from being written; until `abandon` nothing is written any more. */
  #fault: { readonly error: unknown } | null = null;

  private constructor(folder: ShardFolder, tokens: Map<string, string>, newest: number) {
    this.#folder = folder;
    this.#tokens = tokens;
    this.#newest = newest;
  }

  /** Reads the table and makes it durable as it stands. Rows that do not prove themselves are left out. */
  static async open(folder: ShardFolder): Promise<KeyTable> {
    const files = logFilesInOrder("keys", await folder.list());
    const tokens = new Map<string, string>();
    for (const file of files) {
      const { rows } = readKeys(await folder.read(file));
      for (const { kind, value, token } of rows) if (kind !== "reason") tokens.set(`${kind}:${value}`, token);
      await folder.sync(file);
    }
    return new KeyTable(folder, tokens, parseLogFileName("keys", files.at(-1) ?? "") ?? 0);
  }

  /** The token of a value. One that is new is on the disk only after the next `flush`. @throws AccessLogError, TypeError for what no row can say */
  tokenOf(kind: KeyKind, value: string): string {
    const id = `${kind}:${value}`;
    const known = this.#tokens.get(id);
    if (known !== undefined) return known;
    if (kind === "reason") this.#makeRoom();
    const key = randomBytes(32).toString("hex");
    const token = tokenOf(key, kind, value);
    // A row that cannot be said is refused before anything knows its token.
    const text = fitting(keyRowText({ key, kind, token, value }));
    this.#tokens.set(id, token);
    this.#pending.push({ id, text });
    return token;
  }

  /**
   * Writes the new rows. Must resolve before an entry that names one of them is written: otherwise an entry could stand in the
   * journal whose token nothing explains. May be called while an earlier call is under way.
   *
   * @returns once every row that was new at the call is durable
   */
  flush(): Promise<void> {
    return this.#pending.length === 0 ? Promise.resolve() : this.#next(() => this.#write());
  }

  async #write(): Promise<void> {
    if (this.#fault !== null) throw this.#fault.error;
    const rows = [...this.#pending];
    if (rows.length === 0) return;
    try {
      const bytes = Buffer.from(rows.map(({ text }) => `${text}\n`).join(""));
      const isNew = this.#file === null;
      this.#file ??= await this.#folder.create(logFileName("keys", ++this.#newest));
      const taken = await this.#file.write(bytes);
      if (taken !== bytes.length) throw new Error(`The system took ${taken} of ${bytes.length} bytes.`);
      await this.#file.sync();
      if (isNew) await this.#folder.syncEntries();
      this.#pending.splice(0, rows.length);
    } catch (error) {
      this.#fault = { error };
      throw error;
    }
  }

  /** Erases rows, on the disk and in memory: who was named by one gets a new token when named again. After a rejection `abandon` must be called. */
  erase(tokens: ReadonlySet<string>): Promise<void> {
    return this.#next(async () => {
      await this.#file?.close();
      this.#file = null;
      await eraseKeys(this.#folder, tokens);
      this.#newest =
        parseLogFileName("keys", logFilesInOrder("keys", await this.#folder.list()).at(-1) ?? "") ?? this.#newest;
      for (const [id, token] of this.#tokens) if (tokens.has(token)) this.#tokens.delete(id);
    });
  }

  /** After a fault: what was not made durable is forgotten, and the file is not written again. */
  abandon(): Promise<void> {
    return this.#next(async () => {
      for (const { id } of this.#pending.splice(0)) this.#tokens.delete(id);
      const file = this.#file;
      this.#file = null;
      this.#fault = null;
      await file?.close().catch(() => {});
    });
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => {});
    return turn;
  }

  /** Reasons are free text and seldom come again: only so many are kept. */
  #makeRoom(): void {
    this.#reasons += 1;
    if (this.#reasons <= reasonsMax) return;
    this.#reasons = 1;
    const waiting = new Set(this.#pending.map(({ id }) => id));
    for (const id of this.#tokens.keys()) if (id.startsWith("reason:") && !waiting.has(id)) this.#tokens.delete(id);
  }
}
