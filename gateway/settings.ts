import { z } from "zod";
import { nodeEnvironment } from "../schema/nodeEnvironment.ts";
import { subgraphNames } from "../schema/subgraphNames.ts";
import { type LogSettings, logSettings } from "./audit/logSettings.ts";
import { type TokenBinding, tokenBindings } from "./identity/TokenBinding.ts";
import { type TrustsAddress, trustedProxies } from "./trustedProxies.ts";

/** Date of the question in demonstration: inside the pilot, which ran from 2026-03-01 to 2026-08-31. */
const demonstrationDate = "2026-06-15";

const subgraphUrls = z
  .string()
  .transform((text, context) => {
    const parsed = z.record(z.string(), z.url()).safeParse(parseJson(text));
    const missing = subgraphNames.filter((name) => !parsed.data || !(name in parsed.data));
    if (parsed.success && missing.length === 0) return new Map(Object.entries(parsed.data));
    context.addIssue(`must be JSON that gives each of ${subgraphNames.join(", ")} a URL`);
    return z.NEVER;
  })
  .optional();

const proxies = z
  .string()
  .transform((text, context) => {
    const trusts = trustedProxies(text);
    if (trusts !== null) return trusts;
    context.addIssue("must be addresses or networks with commas between, for example 10.1.2.3, fd00::/8");
    return z.NEVER;
  })
  .optional();

const origin = z
  .url("must be a URL")
  .refine(
    (url) => ["/", ""].includes(new URL(url).pathname),
    "must be a URL without a path, for example https://api.example",
  )
  .transform((url) => new URL(url).origin)
  .optional();

const portSays = "must be a whole number from 0 to 65535";
const port = z
  .string()
  .regex(/^\d{1,5}$/, portSays)
  .transform(Number)
  .pipe(z.number().max(65_535, portSays));

const folder = z.string().min(1, "must name a folder");

const gatewaysSay = "must be a whole number from 1 to 100";
const gateways = z.coerce.number(gatewaysSay).int(gatewaysSay).min(1, gatewaysSay).max(100, gatewaysSay).default(1);

const shape = z.object({
  PORT: port.default(4000),
  HOST: z.string().min(1, "must be an address of this machine").default("127.0.0.1"),
  NODE_ENV: nodeEnvironment,
  SICHTFELD_DATA: folder.default(".data"),
  SICHTFELD_DATE: z.iso.date("must be a date, YYYY-MM-DD").optional(),
  SICHTFELD_ISSUER: z.url("must be the URL of an OIDC issuer").optional(),
  SICHTFELD_ISSUER_HTTP_HOST: z.string().optional(),
  SICHTFELD_TOKEN_BINDING: z.enum(tokenBindings, `must be one of ${tokenBindings.join(", ")}`).optional(),
  SICHTFELD_PROOF_NONCE: z.enum(["true", "false"], "must be true or false").default("false"),
  SICHTFELD_PUBLIC_URL: origin,
  SICHTFELD_TRUSTED_PROXIES: proxies,
  SICHTFELD_TLS_KEY_FILE: z.string().optional(),
  SICHTFELD_TLS_CERT_FILE: z.string().optional(),
  SICHTFELD_TLS_CLIENT_CA_FILE: z.string().optional(),
  SICHTFELD_USAGE: folder.optional(),
  SICHTFELD_GATEWAYS: gateways,
  SICHTFELD_TRUSTED_DOCUMENTS: folder.optional(),
  SICHTFELD_TRUSTED_ONLY: z.enum(["true", "false"], "must be true or false").default("false"),
  SICHTFELD_POLICY: z.string().min(1).optional(),
  SICHTFELD_SUBGRAPHS: subgraphUrls,
  SICHTFELD_GRANT_KEY_FILE: z.string().optional(),
  SICHTFELD_WEBHOOKS: z.string().min(1).optional(),
  SICHTFELD_CURSOR_KEY_FILE: z.string().optional(),
});

/** What the environment says of the gateway. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly production: boolean;
  readonly dataFolder: string;
  /** Folder of the access log. */
  readonly logFolder: string;
  /** What this gateway writes there. */
  readonly log: LogSettings;
  /** Folder of the counters of usage. */
  readonly usageFolder: string;
  /** Gateways that share the requests: each keeps its share of a ceiling. */
  readonly gateways: number;
  /** OIDC issuer; null: that of the demonstration. */
  readonly issuerUrl: string | null;
  readonly issuerHttpHost: string | null;
  /** Binding that every access token must have. */
  readonly tokenBinding: TokenBinding;
  /** Whether proofs of possession must carry a nonce of this gateway. */
  readonly proofNonce: boolean;
  /** Scheme, host and port where requesters find the gateway; null: where each request says. */
  readonly publicUrl: string | null;
  readonly proxies: TrustsAddress;
  /** PEM files where TLS ends at the gateway. */
  readonly tls: { readonly keyFile: string; readonly certFile: string; readonly clientCaFile: string | null } | null;
  /** Subgraph → URL; null: all of them run in this process. */
  readonly subgraphUrls: ReadonlyMap<string, string> | null;
  readonly grantKeyFile: string | null;
  /** File that names the receivers of webhooks; null: none. */
  readonly webhooksFile: string | null;
  /** Folder of the manifests of trusted documents; null: none. */
  readonly trustedDocuments: string | null;
  /** Whether nothing but trusted documents is answered. */
  readonly trustedOnly: boolean;
  /** Folder of the policy; null: the one that comes with the gateway. */
  readonly policyFolder: string | null;
  /** Date of the question; null: today's. */
  readonly date: string | null;
}

/** @throws Error with one line that names the variable and says what it must be */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const parsed = shape.safeParse(environment);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`${issue?.path.join(".")}: ${issue?.message}.`);
  }
  const given = parsed.data;
  const production = given.NODE_ENV === "production";
  if (production && given.SICHTFELD_DATE !== undefined) {
    throw new Error(
      "SICHTFELD_DATE: the date of the question is today's with NODE_ENV=production. Remove the variable.",
    );
  }
  if (production && given.SICHTFELD_ISSUER === undefined) {
    throw new Error(
      "SICHTFELD_ISSUER: there is no demonstration issuer with NODE_ENV=production. Name an OIDC issuer.",
    );
  }
  const log = logSettings(environment);
  const tokenBinding = given.SICHTFELD_TOKEN_BINDING ?? (production ? "dpop" : "none");
  if (production && tokenBinding === "none") {
    throw new Error(
      "SICHTFELD_TOKEN_BINDING: with NODE_ENV=production a token in other hands must be worth nothing. Say dpop or mtls.",
    );
  }
  if (production && tokenBinding === "dpop" && given.SICHTFELD_PUBLIC_URL === undefined) {
    throw new Error(
      "SICHTFELD_PUBLIC_URL: say where requesters find the gateway, for example https://api.example. Proofs are made for that address.",
    );
  }
  if (given.SICHTFELD_TRUSTED_ONLY === "true" && given.SICHTFELD_TRUSTED_DOCUMENTS === undefined) {
    throw new Error(
      "SICHTFELD_TRUSTED_DOCUMENTS: with SICHTFELD_TRUSTED_ONLY=true, name the folder of their manifests.",
    );
  }
  const tls = tlsOf(given.SICHTFELD_TLS_KEY_FILE, given.SICHTFELD_TLS_CERT_FILE, given.SICHTFELD_TLS_CLIENT_CA_FILE);
  if (tokenBinding === "mtls" && tls === null && given.SICHTFELD_TRUSTED_PROXIES === undefined) {
    throw new Error(
      "SICHTFELD_TOKEN_BINDING: with mtls, set SICHTFELD_TLS_KEY_FILE and SICHTFELD_TLS_CERT_FILE, or name the proxy where TLS ends in SICHTFELD_TRUSTED_PROXIES.",
    );
  }
  if (given.SICHTFELD_SUBGRAPHS !== undefined && given.SICHTFELD_GRANT_KEY_FILE === undefined) {
    throw new Error(
      "SICHTFELD_GRANT_KEY_FILE: name the private key (PKCS #8 PEM, Ed25519) whose grants the subgraphs accept.",
    );
  }
  const embedded = given.SICHTFELD_SUBGRAPHS === undefined;
  if (given.SICHTFELD_WEBHOOKS !== undefined && embedded && given.SICHTFELD_CURSOR_KEY_FILE === undefined) {
    throw new Error(
      "SICHTFELD_CURSOR_KEY_FILE: with SICHTFELD_WEBHOOKS, name a file with 64 hexadecimal digits. Where deliveries stand must outlive a restart.",
    );
  }
  return {
    port: given.PORT,
    host: given.HOST,
    production,
    dataFolder: given.SICHTFELD_DATA,
    logFolder: log.folder,
    log,
    usageFolder: given.SICHTFELD_USAGE ?? `${given.SICHTFELD_DATA}/interface-usage`,
    gateways: given.SICHTFELD_GATEWAYS,
    issuerUrl: given.SICHTFELD_ISSUER ?? null,
    issuerHttpHost: given.SICHTFELD_ISSUER_HTTP_HOST ?? null,
    tokenBinding,
    proofNonce: given.SICHTFELD_PROOF_NONCE === "true",
    publicUrl: given.SICHTFELD_PUBLIC_URL ?? null,
    proxies: given.SICHTFELD_TRUSTED_PROXIES ?? (() => false),
    tls,
    subgraphUrls: given.SICHTFELD_SUBGRAPHS ?? null,
    grantKeyFile: given.SICHTFELD_GRANT_KEY_FILE ?? null,
    webhooksFile: given.SICHTFELD_WEBHOOKS ?? null,
    trustedDocuments: given.SICHTFELD_TRUSTED_DOCUMENTS ?? null,
    trustedOnly: given.SICHTFELD_TRUSTED_ONLY === "true",
    policyFolder: given.SICHTFELD_POLICY ?? null,
    date: production ? null : (given.SICHTFELD_DATE ?? demonstrationDate),
  };
}

function tlsOf(keyFile: string | undefined, certFile: string | undefined, clientCaFile: string | undefined) {
  if (keyFile !== undefined && certFile !== undefined) return { keyFile, certFile, clientCaFile: clientCaFile ?? null };
  if (keyFile === undefined && certFile === undefined && clientCaFile === undefined) return null;
  throw new Error("SICHTFELD_TLS_KEY_FILE and SICHTFELD_TLS_CERT_FILE: set both, or neither.");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
