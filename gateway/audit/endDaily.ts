import type { ShardEnd } from "./endShards.ts";

const dayMilliseconds = 86_400_000;

/** What is told of the daily end. Must not throw. */
export interface EndReports {
  /** Of each shard that was ended, or that is due and could not be. */
  readonly onEnd: (end: ShardEnd) => void;
  readonly onError: (error: unknown) => void;
}

/**
 * Ends what is over, at once and then every day, and tells of it. What failed is tried again on the next day.
 *
 * @param end ends what is over now; idempotent
 * @returns resolves after the first time; call what it gives to end the repetition: it waits for one that is under way
 */
export async function endDaily(
  end: () => Promise<readonly ShardEnd[]>,
  { onEnd, onError }: EndReports,
): Promise<() => Promise<void>> {
  const once = () => end().then((ends) => ends.filter(({ outcome }) => outcome !== "KEPT").forEach(onEnd), onError);
  let turn = once();
  await turn;
  const timer = setInterval(() => {
    turn = turn.then(once);
  }, dayMilliseconds).unref();
  return async () => {
    clearInterval(timer);
    await turn;
  };
}
