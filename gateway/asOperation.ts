import { answer } from "./answer.ts";
import type { House } from "./House.ts";
import type { HttpAnswer } from "./HttpExchange.ts";
import type { IdentifiedBy } from "./identify.ts";

/**
 * Asks as if the requester had sent the operation. Who that is, is judged by the request as it came, and once: a proof of possession holds
 * for one request.
 */
export function asOperation(request: IdentifiedBy, house: House): (body: unknown) => Promise<HttpAnswer> {
  let identified: ReturnType<House["identify"]> | null = null;
  const identify: House["identify"] = () => {
    identified ??= house.identify(request);
    return identified;
  };
  const headers = ["content-type", "application/json", ...namedLike(request.rawHeaders, /^(traceparent|access-.*)$/i)];
  return (body) =>
    answer({ ...request, method: "POST", rawHeaders: headers, search: "", body }, { ...house, identify });
}

function namedLike(rawHeaders: readonly string[], name: RegExp): readonly string[] {
  return rawHeaders.filter((_, at) => name.test(rawHeaders[at - (at % 2)] ?? ""));
}
