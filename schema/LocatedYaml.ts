import { type Document, isMap, isNode, LineCounter, parseDocument } from "yaml";

/** Where something stands in a file: keys and indexes from the root. */
export type Place = readonly PropertyKey[];

/** A YAML file: its value and the line of every part of it, so that a fault in it can be told with its place. */
export class LocatedYaml {
  /** Name as faults show it, for example `rules/rrk.yaml`. */
  readonly name: string;
  /** Value of the file; null where it is empty, holds only comments, or is no YAML. */
  readonly value: unknown;
  /** What makes it no YAML, each with its line. */
  readonly syntaxProblems: readonly { readonly line: number; readonly what: string }[];
  readonly #document: Document;
  readonly #lines = new LineCounter();

  constructor(name: string, source: string) {
    this.name = name;
    this.#document = parseDocument(source, { lineCounter: this.#lines, prettyErrors: false });
    this.syntaxProblems = this.#document.errors.map(({ pos, message }) => ({
      line: this.#lines.linePos(pos[0]).line,
      what: message,
    }));
    this.value = this.syntaxProblems.length === 0 ? this.#document.toJS() : null;
  }

  /** Names that a file which maps names to entries defines, whatever the entries are worth; empty for a list. */
  get keys(): readonly string[] {
    const { value } = this;
    return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  }

  /** Value of a part; undefined where it is absent. */
  valueAt(place: Place): unknown {
    const node = this.#document.getIn(place, true);
    return isNode(node) ? node.toJS(this.#document) : undefined;
  }

  /** Line of a part, counted from 1; of what holds it where the part is absent. */
  lineOf(place: Place): number {
    for (let length = place.length; length > 0; length--) {
      const offset = this.#offsetOf(place.slice(0, length));
      if (offset !== null) return this.#lines.linePos(offset).line;
    }
    return 1;
  }

  /** Where the part begins: for a member its key, for an item itself. */
  #offsetOf(place: Place): number | null {
    const last = place.at(-1);
    const holder = place.length === 1 ? this.#document.contents : this.#document.getIn(place.slice(0, -1), true);
    const member = isMap(holder)
      ? holder.items.find(({ key }) => isNode(key) && key.toJS(this.#document) === last)
      : null;
    const node = member?.key ?? this.#document.getIn(place, true);
    return isNode(node) ? (node.range?.[0] ?? null) : null;
  }
}
