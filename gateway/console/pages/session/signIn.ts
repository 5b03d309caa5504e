import * as oauth from "oauth4webapi";
import type { PageConfig } from "../../pageConfig.ts";
import type { Session } from "./Session.ts";

/** What a sign-in under way has to remember; no token is in it. */
interface Pending {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Path to come back to. */
  readonly returnTo: string;
}

const kept = "sichtfeld-sign-in";
const channelName = "sichtfeld-sign-in";
const redirectPath = "/anmeldung";

/** Leaves for the issuer; it sends the browser back to {@link redirectPath}. */
export async function beginSignIn(config: PageConfig): Promise<void> {
  const { address, pending } = await prepare(config, location.pathname === redirectPath ? "/" : location.pathname);
  sessionStorage.setItem(kept, JSON.stringify(pending));
  location.assign(address);
}

/** Signs in anew in a window of its own, so that nothing that was typed here is lost. */
export async function renewSignIn(config: PageConfig): Promise<Session> {
  const opened = window.open("about:blank", "sichtfeld-sign-in", "popup,width=720,height=900");
  const { address, pending } = await prepare(config, "/");
  if (opened === null) throw new Error("The window was not opened.");
  opened.location.assign(address);
  const channel = new BroadcastChannel(channelName);
  try {
    return await redeem(config, new URL(await answerTo(channel, pending.state)), pending);
  } finally {
    channel.close();
  }
}

/**
 * Ends a sign-in on the page that the issuer sends back to.
 *
 * @returns null in the window of a renewal, which hands over and closes
 */
export async function finishSignIn(
  config: PageConfig,
): Promise<{ readonly session: Session; readonly returnTo: string } | null> {
  const url = new URL(location.href);
  const text = sessionStorage.getItem(kept);
  sessionStorage.removeItem(kept);
  const pending: Pending | null = text === null ? null : JSON.parse(text);
  if (pending === null || pending.state !== url.searchParams.get("state")) {
    new BroadcastChannel(channelName).postMessage(url.href);
    window.close();
    return null;
  }
  return { session: await redeem(config, url, pending), returnTo: pending.returnTo };
}

async function prepare(
  config: PageConfig,
  returnTo: string,
): Promise<{ readonly address: string; readonly pending: Pending }> {
  const server = await discover(config);
  const pending = {
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    verifier: oauth.generateRandomCodeVerifier(),
    returnTo,
  };
  const url = new URL(server.authorization_endpoint ?? "");
  url.search = String(
    new URLSearchParams({
      response_type: "code",
      client_id: config.clientId,
      redirect_uri: redirectUri(),
      scope: "openid",
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: await oauth.calculatePKCECodeChallenge(pending.verifier),
      code_challenge_method: "S256",
    }),
  );
  return { address: url.href, pending };
}

async function redeem(config: PageConfig, url: URL, { state, nonce, verifier }: Pending): Promise<Session> {
  const server = await discover(config);
  const client = { client_id: config.clientId };
  const parameters = oauth.validateAuthResponse(server, client, url, state);
  const proof = oauth.DPoP({}, await oauth.generateKeyPair("ES256"));
  const options = { DPoP: proof, ...insecure(config) };
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    parameters,
    redirectUri(),
    verifier,
    options,
  );
  const answer = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: nonce,
    requireIdToken: true,
  });
  const claims = oauth.getValidatedIdTokenClaims(answer);
  const purposes = claims?.purposes;
  return {
    name: String(claims?.preferred_username ?? claims?.sub),
    office: String(claims?.office ?? ""),
    role: String(claims?.role ?? ""),
    purposes: Array.isArray(purposes) ? purposes.map(String) : [],
    token: answer.access_token,
    proof,
  };
}

async function discover(config: PageConfig): Promise<oauth.AuthorizationServer> {
  const response = await fetch(config.discovery, { credentials: "omit" });
  return oauth.processDiscoveryResponse(new URL(config.issuer), response);
}

/** Plain HTTP is for the demonstration's issuer on this machine. */
function insecure({ demonstration }: PageConfig): { readonly [oauth.allowInsecureRequests]: boolean } {
  return { [oauth.allowInsecureRequests]: demonstration };
}

function redirectUri(): string {
  return `${location.origin}${redirectPath}`;
}

function answerTo(channel: BroadcastChannel, state: string): Promise<string> {
  return new Promise((resolve) => {
    channel.addEventListener("message", ({ data }) => {
      if (typeof data === "string" && new URL(data).searchParams.get("state") === state) resolve(data);
    });
  });
}
