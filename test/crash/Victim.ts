/** A process that is killed, and how it is asked. */
export interface Victim {
  /** Arguments of Node. */
  readonly command: readonly string[];
  /**
   * Asks once.
   *
   * @param greeting first line that the process wrote
   * @param id differs each time
   * @returns id of the operation that was answered; null where no answer came back: the process is gone
   * @throws Error where it refuses
   */
  ask(greeting: string, id: string): Promise<string | null>;
}
