/** The parts of a description that say when a value is null, beyond being withheld. */
export function nullSentences(description: string | null): readonly string[] {
  return (description ?? "")
    .replaceAll(/\s+/g, " ")
    .split(/(?<=[.;])\s+/)
    .map((part) => part.trim())
    .filter((part) => /\bnull\b/i.test(part));
}
