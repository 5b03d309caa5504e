/**
 * JSON by the JSON Canonicalization Scheme (RFC 8785): members in the order of their names' UTF-16 code units, no white
 * space, so that equal values have equal bytes.
 *
 * @throws TypeError for what the scheme cannot say: undefined, functions, numbers that are not finite, half a surrogate pair
 */
export function canonicalJson(value: unknown): string {
  return isInOrder(value) ? JSON.stringify(value) : written(value);
}

/** Whether plain JSON of the value is canonical: it is plain data that can be said, and every object has its members in order. */
function isInOrder(value: unknown): boolean {
  if (typeof value === "string") return value.isWellFormed();
  if (typeof value !== "object") return typeof value === "boolean" || Number.isFinite(value);
  if (value === null) return true;
  if (Array.isArray(value)) return value.every(isInOrder);
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  let before = "";
  for (const name of Object.keys(value)) {
    if (name < before || !name.isWellFormed() || !isInOrder((value as Readonly<Record<string, unknown>>)[name]))
      return false;
    before = name;
  }
  return true;
}

function written(value: unknown): string {
  if (typeof value === "string" && value.isWellFormed()) return JSON.stringify(value);
  if (value === null || typeof value === "boolean" || Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) return `[${value.map(written).join(",")}]`;
  if (typeof value !== "object") throw new TypeError(`Canonical JSON cannot say this ${typeof value}.`);
  const members = value as Readonly<Record<string, unknown>>;
  // Without a comparison of its own, `sort` goes by UTF-16 code units.
  const names = Object.keys(members).sort();
  return `{${names.map((name) => `${written(name)}:${written(members[name])}`).join(",")}}`;
}
