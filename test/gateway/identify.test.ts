import { SignJWT, UnsecuredJWT } from "jose";
import { describe, expect, test } from "vitest";
import type { ErrorCode } from "../../gateway/errors.ts";

import { caseworkerClaims, IssuerOfTests } from "./identity/IssuerOfTests.ts";
import { identifying } from "./identity/identifying.ts";

const issuer = await IssuerOfTests.make();
const stranger = await IssuerOfTests.make();
const identify = identifying(issuer.trusted);
const now = Math.floor(Date.now() / 1000);
const sameMessage = "Send a valid access token: Authorization: Bearer <token>.";

function bearer(token: string, ...further: readonly string[]): readonly string[] {
  return ["Authorization", `Bearer ${token}`, ...further];
}

async function refusal(headers: readonly string[], stage = identify) {
  return stage(headers).then(
    () => "identified",
    (error: { code: ErrorCode; message: string }) => ({ code: error.code, message: error.message }),
  );
}

describe("who asks", () => {
  test("A caseworker of RRK Münster is known by office, role, staff id and responsible person.", async () => {
    expect(await identify(bearer(await issuer.token()))).toEqual({
      office: "RRK_MUENSTER",
      holder: "RRK_MUENSTER",
      role: "CASEWORKER",
      person: "rrk-ms-0141",
      responsiblePerson: "rrk-ms-0100",
      client: "unknown",
      purposes: ["CASE_ADMISSION", "WORKLIST"],
      purpose: null,
      caseRef: null,
      reason: null,
    });
  });

  test("Where a token names no responsible person, the person acting is responsible.", async () => {
    const token = await issuer.token({ responsiblePerson: undefined });
    expect((await identify(bearer(token))).responsiblePerson).toBe("rrk-ms-0141");
  });

  // biome-ignore format: a table, a row a line
  test.each([
    [{ azp: "fachverfahren", client_id: "other" }, "fachverfahren"],
    [{ client_id: "fachverfahren" }, "fachverfahren"],
    [{ azp: "a name with spaces" }, "unknown"],
    [{ azp: "x".repeat(65) }, "unknown"],
    [{ azp: 7 }, "unknown"],
  ])("The program of a token with %j is %s, and the token is none the worse for it.", async (claims, client) => {
    expect((await identify(bearer(await issuer.token({ ...claims })))).client).toBe(client);
  });

  test("A data subject holds relations to itself alone.", async () => {
    const token = await issuer.token({ office: "DATA_SUBJECT", role: "DATA_SUBJECT", personRef: "P-SHOWCASE0001" });
    expect((await identify(bearer(token))).holder).toBe("SUBJECT:P-SHOWCASE0001");
  });

  test("Tokens signed with ES256, RS256 and PS256 are accepted as well.", async () => {
    for (const algorithm of ["ES256", "RS256", "PS256"]) {
      const other = await IssuerOfTests.make(algorithm);
      const requester = await identifying(other.trusted)(bearer(await other.token()));
      expect(requester.office, algorithm).toBe("RRK_MUENSTER");
    }
  });
});

describe("tokens that are refused, each with 401 and the same message", async () => {
  const secretFromPublicKey = new TextEncoder().encode(JSON.stringify(issuer.keySet.keys[0]));
  const signedWithPublicKey = await new SignJWT({ ...caseworkerClaims, exp: now + 600 })
    .setProtectedHeader({ alg: "HS256", kid: "key-of-tests" })
    .sign(secretFromPublicKey);
  const unsigned = new UnsecuredJWT({ ...caseworkerClaims, exp: now + 600 }).encode();
  const [header, , signature] = (await issuer.token()).split(".");
  const changedPayload = Buffer.from(JSON.stringify({ ...caseworkerClaims, role: "LEAD", exp: now + 600 }));

  test.each<[string, readonly string[]]>([
    ["no token", []],
    ["an empty header", ["Authorization", ""]],
    ["another scheme", ["Authorization", "Basic cnJrOnJyaw=="]],
    ["garbage", bearer("garbage")],
    ["three parts of garbage", bearer("a.b.c")],
    ["a token with a blank in it", ["Authorization", `Bearer ${await issuer.token()} x`]],
    ["two tokens", [...bearer(await issuer.token()), ...bearer(await issuer.token())]],
    ["alg none", bearer(unsigned)],
    ["HS256 with the public key as its secret", bearer(signedWithPublicKey)],
    [
      "a changed payload under the old signature",
      bearer([header, changedPayload.toString("base64url"), signature].join(".")),
    ],
    ["a token of another key", bearer(await stranger.token())],
    ["an expired token of another key", bearer(await stranger.token({ exp: now - 3600 }))],
    ["another audience", bearer(await issuer.token({ aud: "another-service" }))],
    ["an expired token for another audience", bearer(await issuer.token({ aud: "another-service", exp: now - 3600 }))],
    ["another issuer", bearer(await issuer.token({ iss: "https://elsewhere.example" }))],
    ["no expiry", bearer(await issuer.token({ exp: undefined }))],
    ["not valid before tomorrow", bearer(await issuer.token({ nbf: now + 86_400 }))],
    ["an office that does not exist", bearer(await issuer.token({ office: "RRK_BERLIN" }))],
    ["no office", bearer(await issuer.token({ office: undefined }))],
    ["no role", bearer(await issuer.token({ role: undefined }))],
    ["no person acting", bearer(await issuer.token({ sub: undefined }))],
    ["a person acting with a line break", bearer(await issuer.token({ sub: "rrk-ms-0141\nadmin" }))],
    ["no purposes", bearer(await issuer.token({ purposes: undefined }))],
    ["purposes as one string", bearer(await issuer.token({ purposes: "CASE_ADMISSION" }))],
    ["a data subject without a reference", bearer(await issuer.token({ office: "DATA_SUBJECT" }))],
    ["an office with a data subject's reference", bearer(await issuer.token({ personRef: "P-SHOWCASE0001" }))],
    ["a token beyond the limit of length", bearer(await issuer.token({ padding: "x".repeat(9_000) }))],
  ])("%s", async (_, headers) => {
    expect(await refusal(headers)).toEqual({ code: "UNAUTHENTICATED", message: sameMessage });
  });
});

describe("expiry", () => {
  test("Who holds a true token that has expired is told so.", async () => {
    expect(await refusal(bearer(await issuer.token({ exp: now - 3600 })))).toEqual({
      code: "UNAUTHENTICATED",
      message: "The access token has expired. Get a new one.",
    });
  });

  test("Clocks may differ by 30 seconds.", async () => {
    expect((await identify(bearer(await issuer.token({ exp: now - 10 })))).office).toBe("RRK_MUENSTER");
  });
});

describe("what the request states about itself", async () => {
  const token = await issuer.token();

  test.each<[string, readonly string[], string | null]>([
    ["Umlauts are percent-encoded", ["Access-Reason", "Pr%C3%BCfung%20der%20Aufnahme"], "Prüfung der Aufnahme"],
    ["Plain letters need no encoding", ["access-reason", "Aufnahme pruefen"], "Aufnahme pruefen"],
    ["A decomposed umlaut reads like a composed one", ["Access-Reason", "Pru%CC%88fung"], "Prüfung"],
    ["Blanks around do not count", ["Access-Reason", "%20%20Anlass%20"], "Anlass"],
    ["An empty header states nothing", ["Access-Reason", ""], null],
    [
      "500 characters are allowed, however many bytes they take",
      ["Access-Reason", "%F0%9F%93%81".repeat(500)],
      "📁".repeat(500),
    ],
  ])("%s.", async (_, headers, reason) => {
    expect((await identify(bearer(token, ...headers))).reason).toBe(reason);
  });

  test("Purpose and case are read beside the reason.", async () => {
    const stated = ["Access-Purpose", "CASE_ADMISSION", "Access-Case", "100%20Js%201%2F26", "Access-Reason", "Anlass"];
    expect(await identify(bearer(token, ...stated))).toMatchObject({
      purpose: "CASE_ADMISSION",
      caseRef: "100 Js 1/26",
      reason: "Anlass",
    });
  });

  test.each<[string, readonly string[], string]>([
    [
      "a percent sign without digits",
      ["Access-Reason", "100 % sicher"],
      "The header Access-Reason must be percent-encoded UTF-8.",
    ],
    ["bytes that are no UTF-8", ["Access-Reason", "%FC"], "The header Access-Reason must be percent-encoded UTF-8."],
    ["an umlaut as it stands", ["Access-Case", "Prüfung"], "The header Access-Case must be percent-encoded UTF-8."],
    ["a line break", ["Access-Reason", "eins%0Azwei"], "The header Access-Reason must not contain control characters."],
    [
      "a zero byte",
      ["Access-Purpose", "WORKLIST%00"],
      "The header Access-Purpose must not contain control characters.",
    ],
    [
      "a mark that turns the direction of writing",
      ["Access-Reason", "a%E2%80%AEb"],
      "The header Access-Reason must not contain control characters.",
    ],
    [
      "a purpose of 65 characters",
      ["Access-Purpose", "P".repeat(65)],
      "The header Access-Purpose is longer than 64 characters.",
    ],
    [
      "a case of 65 characters",
      ["Access-Case", "F".repeat(65)],
      "The header Access-Case is longer than 64 characters.",
    ],
    [
      "a reason of 501 characters",
      ["Access-Reason", "r".repeat(501)],
      "The header Access-Reason is longer than 500 characters.",
    ],
    [
      "a purpose stated twice",
      ["Access-Purpose", "WORKLIST", "access-purpose", "CASE_ADMISSION"],
      "The header Access-Purpose may be sent once only.",
    ],
    [
      "the same case twice",
      ["Access-Case", "FM-2026-0001", "Access-Case", "FM-2026-0001"],
      "The header Access-Case may be sent once only.",
    ],
  ])("It is refused with 400 for %s.", async (_, headers, message) => {
    expect(await refusal(bearer(token, ...headers))).toEqual({ code: "HEADER_INVALID", message });
  });

  test("Without a valid token nobody learns whether the other headers are right.", async () => {
    expect(await refusal(["Access-Reason", "%FC"])).toMatchObject({ code: "UNAUTHENTICATED" });
  });
});
