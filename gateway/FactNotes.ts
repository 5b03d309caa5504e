/** Coordinates by data subject (null: no single person) and version of a fact, noted while an answer is looked through: mostly of one fact after another. */
export class FactNotes {
  /** Data subject → `factId@version~tag` → coordinates disclosed from it. */
  readonly bySubject = new Map<string | null, Map<string, Set<string>>>();
  #subject: string | null | undefined;
  #references: readonly string[] = [];
  #coordinates: readonly Set<string>[] = [];

  add(subject: string | null, references: readonly string[], coordinate: string): void {
    if (subject !== this.#subject || references !== this.#references) {
      this.#subject = subject;
      this.#references = references;
      this.#coordinates = references.map((reference) => this.#of(subject, reference));
    }
    for (const coordinates of this.#coordinates) coordinates.add(coordinate);
  }

  #of(subject: string | null, reference: string): Set<string> {
    const byReference = this.bySubject.get(subject) ?? new Map<string, Set<string>>();
    this.bySubject.set(subject, byReference);
    const coordinates = byReference.get(reference) ?? new Set<string>();
    byReference.set(reference, coordinates);
    return coordinates;
  }
}
