import type { GatewayError } from "./errors.ts";

/** The body of a refusal that Apollo Server does not write. */
export function refusalBody(refusal: GatewayError) {
  const { http: _http, ...extensions } = refusal.toGraphQL().extensions;
  return { errors: [{ message: refusal.message, extensions }] };
}
