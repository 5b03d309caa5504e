import { germanToday } from "../schema/germanToday.ts";
import { announceAll } from "../subgraphs/announceAll.ts";
import type { Store } from "../subgraphs/shell/openStore.ts";

const hourMilliseconds = 3_600_000;

/**
 * Tells at once and then every hour what the date of the question brings, where this process holds the store.
 *
 * @param date date of the question; null: today's in Germany
 * @returns resolves after the first time; call what it gives to end the repetition: it waits for one that is under way
 */
export async function announceHourly(
  store: Store,
  date: string | null,
  onError: (error: unknown) => void,
): Promise<() => Promise<void>> {
  const once = () => announceAll(store.owner, date ?? germanToday(), date === null).catch(onError);
  let turn = once();
  await turn;
  const timer = setInterval(() => {
    turn = turn.then(once);
  }, hourMilliseconds).unref();
  return async () => {
    clearInterval(timer);
    await turn;
  };
}
