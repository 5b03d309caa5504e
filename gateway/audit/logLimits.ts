/** Limits of the access log's writer. */
export interface LogLimits {
  /** Entries that may wait for a write; further ones are refused. */
  readonly waitingMax: number;
  /** Bytes after which one write takes no further entry. */
  readonly writeBytesMax: number;
  /** Bytes after which a segment is continued by a new one: a start verifies one segment. */
  readonly segmentBytesMax: number;
  /** How far the clock may stand behind the latest entry. */
  readonly clockBackMillisecondsMax: number;
  /** Pause after a fault; doubled with every further one, so that a full disk does not fill with empty segments. */
  readonly pauseMillisecondsMin: number;
  readonly pauseMillisecondsMax: number;
}

export const logLimits: LogLimits = {
  waitingMax: 2_000,
  writeBytesMax: 4 * 1024 * 1024,
  segmentBytesMax: 16 * 1024 * 1024,
  clockBackMillisecondsMax: 1_000,
  pauseMillisecondsMin: 250,
  pauseMillisecondsMax: 30_000,
};
