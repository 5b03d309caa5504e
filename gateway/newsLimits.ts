/** Every limit of what tells of news, beside `limits.ts`: it bounds what the gateway does by itself, not what is asked of it. */
export const newsLimits = {
  /** Milliseconds between two looks for news. */
  pauseMillisecondsMax: 15_000,
  /** Milliseconds for a webhook receiver to answer; the body of its answer is not read. */
  webhookMillisecondsMax: 10_000,
  /** Attempts at one notice before it is set aside: over about eight hours. */
  webhookAttemptsMax: 18,
  /** Milliseconds before the second attempt, doubled each time up to the most. */
  webhookPauseMillisecondsMin: 5_000,
  webhookPauseMillisecondsMax: 3_600_000,
  /** Notices that are set aside for one receiver; then nothing more is sent to it. */
  deadLettersMax: 1_000,
  /** Event streams at once, of one person-in-office and of all; milliseconds after which one ends. */
  streamsOfOneMax: 3,
  streamsMax: 200,
  streamMillisecondsMax: 3_600_000,
} as const;
