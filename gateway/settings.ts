import { z } from "zod";
import { subgraphNames } from "../schema/subgraphNames.ts";

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

const shape = z.object({
  PORT: z.coerce
    .number("must be a number from 0 to 65535")
    .int("must be a whole number")
    .min(0, "must be a number from 0 to 65535")
    .max(65_535, "must be a number from 0 to 65535")
    .default(4000),
  HOST: z.string().default("127.0.0.1"),
  NODE_ENV: z.string().optional(),
  SICHTFELD_DATA: z.string().min(1).default(".data"),
  SICHTFELD_DATE: z.iso.date("must be a date, YYYY-MM-DD").optional(),
  SICHTFELD_ISSUER: z.url("must be the URL of an OIDC issuer").optional(),
  SICHTFELD_ISSUER_HTTP_HOST: z.string().optional(),
  SICHTFELD_LOG: z.string().optional(),
  SICHTFELD_LOG_INSTANCE: z.string().optional(),
  SICHTFELD_GATEWAYS: z.coerce.number("must be a number").int("must be a whole number").min(1).max(100).default(1),
  SICHTFELD_SUBGRAPHS: subgraphUrls,
  SICHTFELD_GRANT_KEY_FILE: z.string().optional(),
});

/** What the environment says of the gateway. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly production: boolean;
  readonly dataFolder: string;
  /** Folder of the access log. */
  readonly logFolder: string;
  /** Name of this gateway's log; null: the one in the folder. */
  readonly logInstance: string | null;
  /** Gateways that share the requests: each keeps its share of a ceiling. */
  readonly gateways: number;
  /** OIDC issuer; null: that of the demonstration. */
  readonly issuerUrl: string | null;
  readonly issuerHttpHost: string | null;
  /** Subgraph → URL; null: all of them run in this process. */
  readonly subgraphUrls: ReadonlyMap<string, string> | null;
  readonly grantKeyFile: string | null;
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
  if (given.SICHTFELD_SUBGRAPHS !== undefined && given.SICHTFELD_GRANT_KEY_FILE === undefined) {
    throw new Error(
      "SICHTFELD_GRANT_KEY_FILE: name the private key (PKCS #8 PEM, Ed25519) whose grants the subgraphs accept.",
    );
  }
  return {
    port: given.PORT,
    host: given.HOST,
    production,
    dataFolder: given.SICHTFELD_DATA,
    logFolder: given.SICHTFELD_LOG ?? `${given.SICHTFELD_DATA}/access-log`,
    gateways: given.SICHTFELD_GATEWAYS,
    logInstance: given.SICHTFELD_LOG_INSTANCE ?? null,
    issuerUrl: given.SICHTFELD_ISSUER ?? null,
    issuerHttpHost: given.SICHTFELD_ISSUER_HTTP_HOST ?? null,
    subgraphUrls: given.SICHTFELD_SUBGRAPHS ?? null,
    grantKeyFile: given.SICHTFELD_GRANT_KEY_FILE ?? null,
    date: production ? null : (given.SICHTFELD_DATE ?? demonstrationDate),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
