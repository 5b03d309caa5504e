import { fork, type ChildProcess as NodeChildProcess } from "node:child_process";
import { once } from "node:events";
import type { Ask, Told } from "./serveParent.ts";

/** Longest wait for a process that was told to end. */
const patienceMilliseconds = 5_000;

/** A process of the benchmark, as its parent sees it. */
export class ChildProcess {
  /** What the process told when it was ready. */
  readonly ready: unknown;
  readonly #process: NodeChildProcess;
  readonly #open = new Map<number, PromiseWithResolvers<unknown>>();
  #asked = 0;

  private constructor(started: NodeChildProcess, ready: unknown) {
    this.#process = started;
    this.ready = ready;
    started.on("message", (told: Told) => this.#hear(told));
    started.once("exit", () => {
      for (const { reject } of this.#open.values())
        reject(new Error("A process of the benchmark ended before its time."));
    });
  }

  /**
   * Starts a process and waits until it is ready.
   *
   * @param file its program, in this folder
   * @param environment the whole of its environment
   * @throws Error when it ends before; it has told why on standard error
   */
  static async start(file: string, environment: NodeJS.ProcessEnv): Promise<ChildProcess> {
    const started = fork(new URL(file, import.meta.url), {
      env: environment,
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    const ended = once(started, "exit").then(() => {
      throw new Error(`The process ${file} ended before it was ready.`);
    });
    const [told] = (await Promise.race([once(started, "message"), ended])) as [{ readonly ready: unknown }];
    ended.catch(() => {});
    return new ChildProcess(started, told.ready);
  }

  /** @throws Error when the process cannot answer */
  ask(name: string, argument: unknown = null): Promise<unknown> {
    const id = this.#asked++;
    const answer = Promise.withResolvers<unknown>();
    this.#open.set(id, answer);
    this.#process.send({ id, name, argument } satisfies Ask);
    return answer.promise;
  }

  /** CPU milliseconds of the process so far. */
  async cpuMilliseconds(): Promise<number> {
    return (await this.ask("cpu")) as number;
  }

  /** CPU milliseconds of its main thread so far. */
  async mainMilliseconds(): Promise<number> {
    return (await this.ask("mainCpu")) as number;
  }

  /** Lets the process close what it opened; one that does not end in time is ended. */
  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, "exit");
    const late = setTimeout(() => this.#process.kill("SIGKILL"), patienceMilliseconds);
    if (this.#process.connected) this.#process.disconnect();
    await ended;
    clearTimeout(late);
  }

  #hear(told: Told): void {
    if (!("id" in told)) return;
    const open = this.#open.get(told.id);
    this.#open.delete(told.id);
    if ("error" in told) open?.reject(new Error(told.error));
    else open?.resolve(told.answer);
  }
}
