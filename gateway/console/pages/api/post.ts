import * as oauth from "oauth4webapi";
import type { Session, Statement } from "../session/Session.ts";
import { Refusal } from "./Refusal.ts";

/** Who asks and what is stated. */
export interface Asker {
  readonly session: Session;
  readonly statement: Statement;
}

/**
 * Sends JSON to this server, with the token, its proof, purpose, case and reason.
 *
 * @throws Refusal `OFFLINE` where it cannot be reached
 */
export async function post({ session, statement }: Asker, path: string, body: string): Promise<Response> {
  const headers = new Headers({ "content-type": "application/json" });
  const stated = {
    "access-purpose": statement.purpose,
    "access-case": statement.caseRef,
    "access-reason": statement.reason,
  };
  for (const [name, value] of Object.entries(stated)) {
    if (value.trim() !== "") headers.set(name, encodeURIComponent(value.trim()));
  }
  try {
    return await oauth.protectedResourceRequest(session.token, "POST", new URL(path, location.origin), headers, body, {
      DPoP: session.proof,
      [oauth.allowInsecureRequests]: location.protocol === "http:",
    });
  } catch (error) {
    // A challenge in the answer becomes an error of the library; the body says what the gateway has to say.
    if (error instanceof oauth.WWWAuthenticateChallengeError) return error.response;
    throw new Refusal(0, "OFFLINE", "");
  }
}
