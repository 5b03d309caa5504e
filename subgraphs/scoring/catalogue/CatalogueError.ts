/** A catalogue that does not load. Each fault is one sentence that begins with the file. */
export class CatalogueError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The catalogue of criteria does not load.\n${faults.join("\n")}`);
    this.name = "CatalogueError";
    this.faults = faults;
  }
}
