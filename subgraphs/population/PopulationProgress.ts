import { SingleBar } from "cli-progress";

/** Where progress is shown: a terminal, or anything else that can be written to. */
export type ProgressStream = NodeJS.WritableStream & { readonly isTTY?: boolean };

/** Shows on standard error how far a population is: a bar on a terminal, otherwise a line for every tenth. */
export class PopulationProgress {
  readonly #stream: ProgressStream;
  #bar: SingleBar | null = null;
  #tenthShown = 0;

  constructor(stream: ProgressStream) {
    this.#stream = stream;
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
      const format = "Population {bar} {percentage}% | {value} of {total} persons | {eta_formatted} left";
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
    this.#stream.write(`Population: ${done} of ${total} persons\n`);
  }
}
