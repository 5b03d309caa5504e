import type { Asks } from "./Asks.ts";
import { profileAsks } from "./profile.ts";

/** Message to a process. */
export interface Ask {
  readonly id: number;
  readonly name: string;
  readonly argument: unknown;
}

/** Message from a process: first that it is ready, then one for each ask. */
export type Told =
  | { readonly ready: unknown }
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly error: string };

/** Asks that every process answers. */
const ownAsks: Asks = {
  /** CPU milliseconds of this process so far, all threads. */
  cpu: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
  /** The same of the thread that answers, without V8's compiler and collector and without waiting for files. */
  mainCpu: () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  },
  ...profileAsks,
};

/**
 * Makes this process answer its parent until the parent lets go of it or dies; then it closes what it opened and ends.
 *
 * @param ready what the parent needs to know to begin
 * @param close is called once, at the end
 */
export function serveParent(ready: unknown, asks: Asks, close: () => Promise<void>): void {
  const all: Asks = { ...ownAsks, ...asks };
  // Ctrl-C reaches every process of the terminal; the parent is the one that decides what is closed when.
  process.on("SIGINT", () => {});
  process.on("message", (ask: Ask) => void reply(all, ask).then(tell));
  const end = () =>
    void close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  process.once("disconnect", end);
  if (process.connected) tell({ ready });
  else end();
}

async function reply(asks: Asks, { id, name, argument }: Ask): Promise<Told> {
  try {
    const answer = asks[name];
    if (answer === undefined) throw new Error(`There is no ask ${name}.`);
    return { id, answer: await answer(argument as never) };
  } catch (error) {
    return { id, error: (error as Error).message };
  }
}

/** A parent that is gone needs no answer. */
function tell(told: Told): void {
  if (process.connected) process.send?.(told);
}
