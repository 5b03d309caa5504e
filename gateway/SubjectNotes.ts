import type { CoordinateSet } from "./audit/CoordinateSet.ts";

/** Coordinates by data subject (null: no single person), noted while an answer is looked through: mostly of one subject after another. */
export class SubjectNotes {
  readonly bySubject = new Map<string | null, CoordinateSet>();
  #subject: string | null | undefined;
  #latest: CoordinateSet | undefined;

  add(subject: string | null, coordinates: CoordinateSet): void {
    const known = subject === this.#subject ? this.#latest : this.bySubject.get(subject);
    this.#subject = subject;
    this.#latest = known?.with(coordinates) ?? coordinates;
    if (this.#latest !== known) this.bySubject.set(subject, this.#latest);
  }
}
