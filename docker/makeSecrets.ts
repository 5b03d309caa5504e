import { generateKeyPairSync, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rawPublicKey, verifierKey } from "../schema/tlog/noteKey.ts";
import { roster } from "../subgraphs/roster.ts";
import { roleOf } from "../subgraphs/shell/migrate.ts";

/** User and database that own the tables, as docker-compose.yml names them. */
const owner = "sichtfeld_owner";
const database = "sichtfeld";

/**
 * Makes the files that docker-compose.yml names as secrets: passwords and URLs of the database, the key pairs of the grants, the log
 * and its witness, the password of the demonstration's personas. The folder is closed to others; the files are not, for the containers' users read them.
 *
 * @throws Error when the folder holds secrets already: running systems depend on them
 */
export function makeSecrets(folder: string): void {
  const secrets = drawSecrets();
  const present = Object.keys(secrets).filter((name) => existsSync(join(folder, name)));
  if (present.length > 0)
    throw new Error(`${folder} holds ${present.join(", ")} already. Remove them to make new ones.`);
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
  for (const [name, content] of Object.entries(secrets)) writeFileSync(join(folder, name), content, { mode: 0o644 });
}

/** File name → content. */
function drawSecrets(): Readonly<Record<string, string>> {
  const ownerPassword = password();
  const rolePasswords = new Map(roster.map(({ schema }) => [roleOf(schema), password()]));
  const grantKeys = generateKeyPairSync("ed25519");
  const logKeys = generateKeyPairSync("ed25519");
  const witnessKeys = generateKeyPairSync("ed25519");
  const witness = {
    name: "witness.sichtfeld",
    type: "cosignature",
    publicKey: rawPublicKey(witnessKeys.publicKey),
  } as const;
  return {
    postgres_password: ownerPassword,
    owner_database_url: databaseUrl(owner, ownerPassword),
    role_passwords: JSON.stringify(Object.fromEntries(rolePasswords), null, 2),
    ...Object.fromEntries(
      roster.map(({ name, schema }) => [
        `${name}_database_url`,
        databaseUrl(roleOf(schema), rolePasswords.get(roleOf(schema)) ?? ""),
      ]),
    ),
    grant_key: String(grantKeys.privateKey.export({ type: "pkcs8", format: "pem" })),
    grant_public_key: String(grantKeys.publicKey.export({ type: "spki", format: "pem" })),
    log_key: String(logKeys.privateKey.export({ type: "pkcs8", format: "pem" })),
    log_public_key: String(logKeys.publicKey.export({ type: "spki", format: "pem" })),
    witness_key: String(witnessKeys.privateKey.export({ type: "pkcs8", format: "pem" })),
    witnesses: JSON.stringify([{ url: "http://witness:4100", key: verifierKey(witness) }]),
    persona_password: password(),
  };
}

function password(): string {
  return randomBytes(24).toString("base64url");
}

function databaseUrl(role: string, secret: string): string {
  return `postgres://${role}:${secret}@postgres:5432/${database}`;
}

if (import.meta.main && process.argv.length > 2) {
  process.stderr.write(
    "Usage: npm run secrets   (makes the files in docker/secrets that docker-compose.yml names, once)\n",
  );
  process.exitCode = ["--help", "-h"].includes(process.argv[2] ?? "") ? 0 : 2;
} else if (import.meta.main) {
  try {
    makeSecrets(fileURLToPath(new URL("secrets", import.meta.url)));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
