/**
 * The values of one header in a list of raw headers (name, value, name, value, …, as Node has them). Node's own
 * `headers` joins or drops repetitions; here they stay apart, so that a repeated header can be refused.
 */
export function headerValues(rawHeaders: readonly string[], name: string): readonly string[] {
  const wanted = name.toLowerCase();
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === wanted);
}
