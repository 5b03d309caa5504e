import type { Place } from "../../../schema/LocatedYaml.ts";

/** What is wrong with one file of a catalogue, and where in it. */
export interface Fault {
  readonly place: Place;
  /** One sentence that says what is wrong and, where it can, what to do. */
  readonly what: string;
}
