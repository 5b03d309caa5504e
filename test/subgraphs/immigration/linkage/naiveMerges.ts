/** Whom things are about, as a person with pencil and paper would keep it: nothing is moved, each merge is a pointer that is followed. */
export class NaiveMerges {
  readonly #merges: { readonly act: string; readonly from: string; readonly into: string; isUndone: boolean }[] = [];
  readonly #homes = new Map<string, string>();

  readonly persons: readonly string[];

  constructor(persons: readonly string[]) {
    this.persons = persons;
  }

  /** A thing that belongs to somebody, whoever that person is found to be. */
  keep(thing: string, person: string): void {
    this.#homes.set(thing, person);
  }

  merge(act: string, from: string, into: string): void {
    this.#merges.push({ act, from, into, isUndone: false });
  }

  undo(act: string): void {
    const merge = this.#merges.find((each) => each.act === act);
    if (merge !== undefined) merge.isUndone = true;
  }

  /** Who a person is taken for now. */
  whoIs(person: string): string {
    const standing = this.#merges.find(({ from, isUndone }) => from === person && !isUndone);
    return standing === undefined ? person : this.whoIs(standing.into);
  }

  /** Persons on file. */
  onFile(): readonly string[] {
    return this.persons.filter((person) => this.whoIs(person) === person);
  }

  /** Merges that no later one stands on. */
  undoable(): readonly string[] {
    return this.#merges.filter(({ into, isUndone }) => !isUndone && this.whoIs(into) === into).map(({ act }) => act);
  }

  /** Thing and whom it is about, sorted. */
  about(): readonly string[] {
    return [...this.#homes].map(([thing, home]) => `${thing} ${this.whoIs(home)}`).sort();
  }
}
