/**
 * JSON by the JSON Canonicalization Scheme (RFC 8785): members in the order of their names' UTF-16 code units, no white
 * space, so that equal values have equal bytes.
 *
 * @throws TypeError for what the scheme cannot say: undefined, functions, numbers that are not finite, half a surrogate pair
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === "string" && value.isWellFormed()) return JSON.stringify(value);
  if (value === null || typeof value === "boolean" || Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object") throw new TypeError(`Canonical JSON cannot say this ${typeof value}.`);
  const members = value as Readonly<Record<string, unknown>>;
  // Without a comparison of its own, `sort` goes by UTF-16 code units.
  const names = Object.keys(members).sort();
  return `{${names.map((name) => `${canonicalJson(name)}:${canonicalJson(members[name])}`).join(",")}}`;
}
