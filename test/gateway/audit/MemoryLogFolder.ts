import type { LogFile, LogFolder, ShardFolder } from "../../../gateway/audit/LogFolder.ts";
import { type VerifiedShard, verifyShard } from "../../../gateway/audit/verifyShard.ts";
import { logFilesInOrder, shardsInOrder } from "../../../schema/accessLogNames.ts";
import type { LoggedOperation } from "../../../schema/accessLogOperations.ts";

interface StoredFile {
  /** As every process sees it. */
  written: Buffer;
  /** As it survives a loss of power. */
  durable: Buffer;
  nameDurable: boolean;
  /** An fsync failed: the system holds the bytes for written, and no later fsync writes them. */
  lost: boolean;
}

/** What a disk can do wrong. STORED: it did as told, and reported an error. SHORT: it took half of the bytes, and no error. */
export interface DiskFault {
  readonly at: "create" | "write" | "sync" | "syncEntries" | "cut" | "destroy" | "order";
  readonly effect: "NOT_STORED" | "STORED" | "SHORT";
  readonly code: string;
  /** Only of a file of this kind; left out: of whichever comes first. */
  readonly of?: "journal" | "keys";
}

/** A disk in memory that keeps apart what is written and what is durable, fails when told, and notes what it does in order. */
export class MemoryLogFolder implements LogFolder {
  readonly instance = "a1";
  readonly events: string[] = [];
  readonly #files = new Map<string, StoredFile>();
  #faults: DiskFault[] = [];
  /** Written in one step, and durable with it. */
  #order: string | null = null;
  #gate: Promise<void> = Promise.resolve();

  /** The next operation of this kind fails; given twice, the next two. */
  fail(...faults: readonly DiskFault[]): void {
    this.#faults.push(...faults);
  }

  /** Holds every fsync back until the returned function is called. */
  holdSync(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#gate = promise;
    return resolve;
  }

  /** The disk as the next process finds it after a kill: everything that was written. */
  afterKill(): MemoryLogFolder {
    return this.#survivor(
      ({ written }) => written,
      () => true,
      ({ lost }) => lost,
    );
  }

  /** The disk as the next process finds it after a loss of power: everything that was made durable. */
  afterPowerLoss(): MemoryLogFolder {
    return this.#survivor(
      ({ durable }) => durable,
      ({ nameDurable }) => nameDurable,
    );
  }

  /** Verifies all shards, as one. */
  verify(): Pick<VerifiedShard, "faults" | "torn"> & { readonly operations: readonly LoggedOperation[] } {
    const operations: LoggedOperation[] = [];
    const verified = this.#shards().map((shard) =>
      verifyShard(
        {
          name: `${this.instance}/${shard}`,
          files: this.#namesIn(shard),
          read: (name) => this.#file(`${shard}/${name}`).written,
        },
        (lines) => operations.push(...lines.operations),
      ),
    );
    return {
      operations,
      faults: verified.flatMap(({ faults }) => faults),
      torn: verified.flatMap(({ torn }) => torn),
    };
  }

  /** Journal segments of all shards, as `<shard>/<file>`. */
  segments(): { name: string; bytes: Buffer }[] {
    return this.files("journal");
  }

  files(kind: "journal" | "keys"): { name: string; bytes: Buffer }[] {
    return this.#shards().flatMap((shard) =>
      logFilesInOrder(kind, this.#namesIn(shard)).map((file) => ({
        name: `${shard}/${file}`,
        bytes: this.#file(`${shard}/${file}`).written,
      })),
    );
  }

  /** Changes a file behind the writer's back. */
  overwrite(name: string, bytes: Buffer): void {
    const file = this.#file(name);
    file.written = bytes;
    file.durable = bytes;
  }

  async list(): Promise<readonly string[]> {
    return this.#shards();
  }

  async shard(shard: string): Promise<ShardFolder> {
    return {
      name: `${this.instance}/${shard}`,
      list: async () => this.#namesIn(shard),
      read: async (name) => this.#file(`${shard}/${name}`).written,
      sync: (name) => this.#writeAgain(`${shard}/${name}`),
      cut: (name, bytes) => this.#cut(`${shard}/${name}`, bytes),
      create: (name) => this.#create(`${shard}/${name}`),
      destroy: (name) => this.#do("destroy", `${shard}/${name}`, () => void this.#files.delete(`${shard}/${name}`)),
      syncEntries: () => this.#syncEntries(shard),
    };
  }

  async readOrder(): Promise<string | null> {
    return this.#order;
  }

  writeOrder(order: string | null): Promise<void> {
    return this.#do("order", order === null ? "done" : "given", () => {
      this.#order = order;
    });
  }

  #sync(name: string): Promise<void> {
    return this.#do("sync", name, () => {
      const file = this.#file(name);
      if (!file.lost) file.durable = file.written;
    });
  }

  #writeAgain(name: string): Promise<void> {
    return this.#do("sync", name, () => {
      const file = this.#file(name);
      file.durable = file.written;
      file.lost = false;
    });
  }

  #cut(name: string, bytes: number): Promise<void> {
    return this.#do("cut", name, () => {
      const file = this.#file(name);
      file.written = file.written.subarray(0, bytes);
      file.durable = file.durable.subarray(0, bytes);
      file.lost = false;
    });
  }

  async #create(name: string): Promise<LogFile> {
    await this.#do("create", name, () => {
      if (this.#files.has(name)) throw new Error("EEXIST");
      const empty = Buffer.alloc(0);
      this.#files.set(name, { written: empty, durable: empty, nameDurable: false, lost: false });
    });
    return {
      write: (bytes) => this.#write(name, bytes),
      sync: async () => {
        await this.#gate;
        await this.#sync(name);
      },
      close: async () => {},
    };
  }

  #syncEntries(shard: string): Promise<void> {
    return this.#do("syncEntries", shard, () => {
      for (const [name, file] of this.#files) if (name.startsWith(`${shard}/`)) file.nameDurable = true;
    });
  }

  #shards(): readonly string[] {
    return shardsInOrder([...new Set([...this.#files.keys()].map((name) => name.split("/")[0] ?? ""))]);
  }

  #namesIn(shard: string): readonly string[] {
    return [...this.#files.keys()].flatMap((name) =>
      name.startsWith(`${shard}/`) ? [name.slice(shard.length + 1)] : [],
    );
  }

  release(): void {
    this.events.push("release");
  }

  async #write(name: string, bytes: Uint8Array): Promise<number> {
    const short = this.#strikes("write", name) && this.#faults[0]?.effect === "SHORT";
    const taken = short ? Math.floor(bytes.length / 2) : bytes.length;
    const append = () => {
      const file = this.#file(name);
      file.written = Buffer.concat([file.written, bytes.subarray(0, taken)]);
    };
    await this.#do("write", name, append);
    return taken;
  }

  #strikes(at: DiskFault["at"], name: string): boolean {
    const [next] = this.#faults;
    return next?.at === at && (next.of === undefined || name.includes(`/${next.of}-`));
  }

  async #do(at: DiskFault["at"], name: string, effect: () => void): Promise<void> {
    const fault = this.#strikes(at, name) ? this.#faults.shift() : undefined;
    this.events.push(`${at} ${name}`.trim());
    if (fault?.effect !== "NOT_STORED") effect();
    if (fault === undefined || fault.effect === "SHORT") return;
    if (at === "sync" && fault.effect === "NOT_STORED") this.#file(name).lost = true;
    this.events.push("error");
    throw Object.assign(new Error(fault.code), { code: fault.code });
  }

  #survivor(
    bytes: (file: StoredFile) => Buffer,
    remains: (file: StoredFile) => boolean,
    lost: (file: StoredFile) => boolean = () => false,
  ): MemoryLogFolder {
    const next = new MemoryLogFolder();
    next.#order = this.#order;
    for (const [name, file] of this.#files) {
      if (remains(file)) {
        next.#files.set(name, {
          written: bytes(file),
          durable: file.durable,
          nameDurable: file.nameDurable,
          lost: lost(file),
        });
      }
    }
    return next;
  }

  #file(name: string): StoredFile {
    const file = this.#files.get(name);
    if (file === undefined) throw Object.assign(new Error("ENOENT"), { code: "ENOENT" });
    return file;
  }
}
