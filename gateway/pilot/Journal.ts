/** What a pilot came to: how often each act was taken, and how often refused, by code. */
export class Journal {
  readonly #acts: Record<string, { taken: number; refused: Record<string, number> }> = {};

  note(act: string, refusal: string | null): void {
    const noted = this.#acts[act] ?? { taken: 0, refused: {} };
    this.#acts[act] = noted;
    if (refusal === null) noted.taken += 1;
    else noted.refused[refusal] = (noted.refused[refusal] ?? 0) + 1;
  }

  get acts(): Readonly<Record<string, { readonly taken: number; readonly refused: Readonly<Record<string, number>> }>> {
    return this.#acts;
  }
}
