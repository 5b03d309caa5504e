import type { CoordinateSet } from "./audit/CoordinateSet.ts";

/** Coordinates by data subject (null: no single person) and version of a fact, noted while an answer is looked through. */
export class FactNotes {
  /** Data subject → `factId@version~tag` → coordinates disclosed from it. */
  readonly bySubject = new Map<string | null, Map<string, CoordinateSet>>();

  add(subject: string | null, references: readonly string[], coordinates: CoordinateSet): void {
    if (references.length === 0) return;
    const byReference = this.bySubject.get(subject) ?? new Map<string, CoordinateSet>();
    if (byReference.size === 0) this.bySubject.set(subject, byReference);
    for (const reference of references) {
      const known = byReference.get(reference);
      const noted = known?.with(coordinates) ?? coordinates;
      if (noted !== known) byReference.set(reference, noted);
    }
  }
}
