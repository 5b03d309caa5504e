const hourMilliseconds = 3_600_000;

/**
 * Tells at once and then every hour what the date of the question brings, where this process holds the store.
 *
 * @param announce tells it; idempotent
 * @returns resolves after the first time; call what it gives to end the repetition: it waits for one that is under way
 */
export async function announceHourly(
  announce: () => Promise<void>,
  onError: (error: unknown) => void,
): Promise<() => Promise<void>> {
  const once = () => announce().catch(onError);
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
