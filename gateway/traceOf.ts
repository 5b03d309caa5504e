/**
 * Trace id of a request's `traceparent` header (W3C Trace Context): 32 hexadecimal digits; null where there is none, or it is
 * not well-formed, or all zeroes.
 *
 * @param rawHeaders names and values in turn
 */
export function traceOf(rawHeaders: readonly string[]): string | null {
  const at = rawHeaders.findIndex((name, index) => index % 2 === 0 && name.toLowerCase() === "traceparent");
  const [, trace = null] = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(rawHeaders[at + 1] ?? "") ?? [];
  return at === -1 || trace === null || /^0+$/.test(trace) ? null : trace;
}
