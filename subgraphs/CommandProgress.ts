import { SingleBar } from "cli-progress";

/** Where progress is shown: a terminal, or anything else that can be written to. */
export type ProgressStream = NodeJS.WritableStream & { readonly isTTY?: boolean };

/** Shows how far a long command is: a bar on a terminal, otherwise a line for every tenth. */
export class CommandProgress {
  readonly #stream: ProgressStream;
  #bar: SingleBar | null = null;
  readonly #title: string;
  readonly #unit: string;
  #tenthShown = 0;

  /**
   * @param title what is under way, for example `Population`
   * @param unit what is counted, for example `persons`
   */
  constructor(stream: ProgressStream, title: string, unit: string) {
    this.#stream = stream;
    this.#title = title;
    this.#unit = unit;
  }

  show(done: number, total: number): void {
    if (this.#stream.isTTY) this.#draw(done, total);
    else this.#write(done, total);
  }

  /** Ends the bar, so that what is printed next stands on a line of its own. */
  end(): void {
    this.#bar?.stop();
    this.#bar = null;
  }

  #draw(done: number, total: number): void {
    if (this.#bar === null) {
      const format = `${this.#title} {bar} {percentage}% | {value} of {total} ${this.#unit} | {eta_formatted} left`;
      this.#bar = new SingleBar({ format, stream: this.#stream, hideCursor: true });
      this.#bar.start(total, done);
    }
    this.#bar.update(done);
    if (done === total) this.end();
  }

  #write(done: number, total: number): void {
    const tenth = Math.floor((done / total) * 10);
    if (tenth <= this.#tenthShown) return;
    this.#tenthShown = tenth;
    this.#stream.write(`${this.#title}: ${done} of ${total} ${this.#unit}\n`);
  }
}
