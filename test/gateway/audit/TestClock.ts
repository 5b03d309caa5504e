/** A clock that stands still until it is moved. */
export class TestClock {
  #now: number;

  constructor(instant: string) {
    this.#now = Date.parse(instant);
  }

  readonly read = (): number => this.#now;

  set(instant: string): void {
    this.#now = Date.parse(instant);
  }

  /** @param milliseconds negative: back */
  move(milliseconds: number): void {
    this.#now += milliseconds;
  }
}
