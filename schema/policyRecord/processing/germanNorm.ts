/** A norm as rules and categories cite it, for example `§ 59 (1) sentence 8 AufenthG`, the German way: `§ 59 Abs. 1 Satz 8 AufenthG`. */
export function germanNorm(norm: string): string {
  return norm
    .replace(/^decree$/, "Erlass")
    .replaceAll("(model)", "(entsprechend)")
    .replaceAll(/\((\d+[a-z]?)\)/g, "Abs. $1")
    .replaceAll(/\(([a-z])\)/g, "lit. $1")
    .replaceAll("No. ", "Nr. ")
    .replaceAll("sentence ", "Satz ")
    .replaceAll("GDPR", "DSGVO");
}
