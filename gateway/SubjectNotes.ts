/** Coordinates by data subject (null: no single person), noted while an answer is looked through: mostly of one subject after another. */
export class SubjectNotes {
  readonly bySubject = new Map<string | null, Set<string>>();
  #latest: string | null | undefined;
  #coordinates = new Set<string>();

  add(subject: string | null, coordinate: string): void {
    if (subject !== this.#latest) {
      this.#latest = subject;
      this.#coordinates = this.bySubject.get(subject) ?? new Set();
      this.bySubject.set(subject, this.#coordinates);
    }
    this.#coordinates.add(coordinate);
  }
}
