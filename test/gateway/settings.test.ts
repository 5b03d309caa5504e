import { describe, expect, test } from "vitest";
import { readSettings } from "../../gateway/settings.ts";

const production = {
  NODE_ENV: "production",
  SICHTFELD_ISSUER: "https://issuer.example",
  SICHTFELD_LOG_KEY_FILE: "log-key.pem",
};
const tls = { SICHTFELD_TLS_KEY_FILE: "key.pem", SICHTFELD_TLS_CERT_FILE: "cert.pem" };
const proxy = { SICHTFELD_TRUSTED_PROXIES: "10.0.0.0/8" };
const address = { SICHTFELD_PUBLIC_URL: "https://api.example" };

describe("How tokens must be bound", () => {
  test.each<[string, Readonly<Record<string, string>>, string | RegExp]>([
    ["in demonstration not at all, unless it is said", {}, "none"],
    ["in demonstration as it is said", { SICHTFELD_TOKEN_BINDING: "dpop" }, "dpop"],
    ["in production to a key, unless it is said", { ...production, ...address }, "dpop"],
    [
      "in production to a certificate, where TLS ends here",
      { ...production, ...tls, SICHTFELD_TOKEN_BINDING: "mtls" },
      "mtls",
    ],
    [
      "in production to a certificate, where TLS ends at a proxy",
      { ...production, ...proxy, SICHTFELD_TOKEN_BINDING: "mtls" },
      "mtls",
    ],
    [
      "never not at all in production",
      { ...production, ...address, SICHTFELD_TOKEN_BINDING: "none" },
      /^SICHTFELD_TOKEN_BINDING: with NODE_ENV=production .* Say dpop or mtls\.$/,
    ],
    [
      "to no certificate that nobody can see",
      { SICHTFELD_TOKEN_BINDING: "mtls" },
      /^SICHTFELD_TOKEN_BINDING: with mtls, set SICHTFELD_TLS_KEY_FILE/,
    ],
    ["in production to a key for a known address", production, /^SICHTFELD_PUBLIC_URL: say where /],
    [
      "in no way that is not known",
      { SICHTFELD_TOKEN_BINDING: "cookie" },
      /^SICHTFELD_TOKEN_BINDING: must be one of dpop, mtls, none\.$/,
    ],
  ])("%s", (_, environment, expected) => {
    const read = () => readSettings(environment).tokenBinding;
    if (typeof expected === "string") expect(read()).toBe(expected);
    else expect(read).toThrow(expected);
  });
});

test.each<[Readonly<Record<string, string>>, RegExp]>([
  [{ SICHTFELD_PUBLIC_URL: "https://api.example/graphql" }, /^SICHTFELD_PUBLIC_URL: must be a URL without a path/],
  [{ SICHTFELD_TRUSTED_PROXIES: "proxy.example" }, /^SICHTFELD_TRUSTED_PROXIES: must be addresses or networks/],
  [{ SICHTFELD_TLS_KEY_FILE: "key.pem" }, /^SICHTFELD_TLS_KEY_FILE and SICHTFELD_TLS_CERT_FILE: set both/],
  [{ SICHTFELD_PROOF_NONCE: "yes" }, /^SICHTFELD_PROOF_NONCE: must be true or false\.$/],
  [{ PORT: "" }, /^PORT: must be a whole number from 0 to 65535\.$/],
  [{ PORT: "0x10" }, /^PORT: must be a whole number from 0 to 65535\.$/],
  [{ PORT: "65536" }, /^PORT: must be a whole number from 0 to 65535\.$/],
  [{ HOST: "" }, /^HOST: must be an address of this machine\.$/],
  [{ NODE_ENV: "produktion" }, /^NODE_ENV: must be production, demonstration, development, test, or not be set\.$/],
  [{ SICHTFELD_DATA: "" }, /^SICHTFELD_DATA: must name a folder\.$/],
  [{ SICHTFELD_LOG: "" }, /^SICHTFELD_LOG: must name a folder\.$/],
  [{ SICHTFELD_LOG_INSTANCE: "../x" }, /^SICHTFELD_LOG_INSTANCE: must be 1 to 40 of a-z, 0-9 and -, the first no -\.$/],
  [{ SICHTFELD_GATEWAYS: "0" }, /^SICHTFELD_GATEWAYS: must be a whole number from 1 to 100\.$/],
  [{ SICHTFELD_GATEWAYS: "two" }, /^SICHTFELD_GATEWAYS: must be a whole number from 1 to 100\.$/],
])("%j is refused with one line that says what it must be", (environment, says) => {
  expect(() => readSettings(environment)).toThrow(says);
});
