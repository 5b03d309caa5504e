import { nearestNames } from "../../schema/nearestNames.ts";

/** The question cannot be asked like this: a mistake of whoever typed it. One line that says what to do. */
export class Mistaken extends Error {
  /** 2 where a word is none that is known, else 1. */
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.exitCode = exitCode;
    this.name = "Mistaken";
  }

  /** Of a name that is not among the known ones, with the nearest that is. */
  static unknown(kind: string, name: string, known: Iterable<string>): Mistaken {
    const [nearest] = nearestNames(name, known);
    const given = JSON.stringify(name.slice(0, 100));
    return new Mistaken(
      `There is no ${kind} ${given}.${nearest === undefined ? "" : ` Nearest valid: ${nearest}.`}`,
      2,
    );
  }
}
