/** A subgraph's answer that is not of the shape that its schema promises. Its message names places, never values. */
export class MalformedAnswer extends Error {
  constructor(message: string) {
    super(message);
    this.name = "MalformedAnswer";
  }
}
