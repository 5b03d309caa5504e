import type { WriteStream } from "node:tty";

/** One line on standard error that says what is going on: overwritten on a terminal, else a line each time. */
export class Progress {
  readonly #stream: WriteStream;

  constructor(stream: WriteStream) {
    this.#stream = stream;
  }

  show(doing: string): void {
    this.#stream.write(this.#stream.isTTY ? `\r\x1b[K${doing}` : `${doing}\n`);
  }

  /** Clears the line, so that what is printed next does not stand beside it. */
  end(): void {
    if (this.#stream.isTTY) this.#stream.write("\r\x1b[K");
  }
}
