/** Why an import ends as a whole. The message says what to do, and holds nothing of a person. */
export class ImportError extends Error {
  /** 1: it cannot be done; 2: it was called wrongly. */
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.name = "ImportError";
    this.exitCode = exitCode;
  }
}
