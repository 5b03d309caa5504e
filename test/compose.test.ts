import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { realmOf } from "../docker/keycloak/realmOf.ts";
import { makeSecrets } from "../docker/makeSecrets.ts";
import { readWitnesses } from "../gateway/audit/readWitnesses.ts";
import { personas } from "../gateway/identity/personas.ts";
import { readSettings } from "../gateway/settings.ts";
import { nodeEnvironment } from "../schema/nodeEnvironment.ts";
import { rawPublicKey, verifierKey } from "../schema/tlog/noteKey.ts";
import { roster } from "../subgraphs/roster.ts";
import { roleOf } from "../subgraphs/shell/migrate.ts";
import { witnessSettings } from "../witness/witnessSettings.ts";

const service = z.object({
  image: z.string(),
  command: z.array(z.string()).default([]),
  networks: z.array(z.string()),
  ports: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.string()).default({}),
  secrets: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  restart: z.string(),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  read_only: z.boolean().default(false),
  cap_drop: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
});
const composeFile = z.object({
  services: z.record(z.string(), service),
  networks: z.record(z.string(), z.object({ internal: z.boolean().default(false) })),
  secrets: z.record(z.string(), z.strictObject({ file: z.string() })),
});

const text = read("docker-compose.yml");
const compose = composeFile.parse(parse(text, { merge: true }));
const services = new Map(Object.entries(compose.services));
const subgraphs = roster.map(({ name }) => name);
const ownPrograms = ["migrate", "gateway", "witness", ...subgraphs];

const folder = mkdtempSync(join(tmpdir(), "sichtfeld-secrets-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(path: string): string {
  return readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
}

function of(name: string): z.infer<typeof service> {
  const found = services.get(name);
  if (found === undefined) throw new Error(`docker-compose.yml has no service ${name}.`);
  return found;
}

function inNetwork(network: string): readonly string[] {
  return [...services].filter(([, { networks }]) => networks.includes(network)).map(([name]) => name);
}

describe("docker-compose.yml", () => {
  it("starts the subgraphs of the roster, the gateway, the witness, the database, its migration and the identity provider, nothing else", () => {
    expect([...services.keys()].sort()).toEqual(
      ["gateway", "keycloak", "migrate", "postgres", "witness", ...subgraphs].sort(),
    );
    for (const name of subgraphs) expect(of(name).command).toEqual(["node", "subgraphs/main.ts", name]);
  });

  it("lets only the gateway enter the subgraphs' network, and only them and the migration reach the database", () => {
    expect(inNetwork("subgraphs").toSorted()).toEqual(["gateway", ...subgraphs].toSorted());
    expect(inNetwork("data").toSorted()).toEqual(["migrate", "postgres", ...subgraphs].toSorted());
    expect(inNetwork("edge").toSorted()).toEqual(["gateway", "keycloak"]);
    expect(compose.networks).toEqual({
      data: { internal: true },
      subgraphs: { internal: true },
      witnesses: { internal: true },
      edge: { internal: false },
    });
  });

  it("publishes ports of the gateway and the identity provider alone, on this machine alone", () => {
    const published = [...services].filter(([, { ports }]) => ports.length > 0);
    expect(published.map(([name]) => name).sort()).toEqual(["gateway", "keycloak"]);
    for (const [, { ports }] of published) for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
  });

  it("pins every image to a full version", () => {
    for (const [name, { image }] of services) expect(image, name).toMatch(/:\d+\.\d+(\.\d+)?(-[a-z]+)*$/);
    expect(of("gateway").image).toBe(`sichtfeld:${JSON.parse(read("package.json")).version}`);
  });

  it("checks the health of everything that goes on running", () => {
    for (const [name, each] of services) expect(each.healthcheck !== undefined, name).toBe(each.restart !== "no");
    for (const name of subgraphs) expect(of("gateway").depends_on[name]).toEqual({ condition: "service_healthy" });
  });

  it("runs the project's own programs without capabilities on a file system that they cannot write", () => {
    for (const name of ownPrograms) expect(of(name)).toMatchObject({ read_only: true, cap_drop: ["ALL"] });
  });

  it("gives secrets by file, each to those alone that need it", () => {
    const declared = Object.entries(compose.secrets);
    for (const [name, { file }] of declared) expect(file).toBe(`docker/secrets/${name}`);
    const holders = Object.fromEntries(
      declared.map(([secret]) => [
        secret,
        [...services].filter(([, each]) => each.secrets.includes(secret)).map(([name]) => name),
      ]),
    );
    expect(holders).toEqual({
      postgres_password: ["postgres"],
      owner_database_url: ["migrate"],
      role_passwords: ["migrate"],
      ...Object.fromEntries(subgraphs.map((name) => [`${name}_database_url`, [name]])),
      grant_key: ["gateway"],
      log_key: ["gateway"],
      log_public_key: ["audit", "witness"],
      witness_key: ["witness"],
      witnesses: ["gateway"],
      grant_public_key: [...services.keys()].filter((name) => subgraphs.includes(name as (typeof subgraphs)[number])),
      persona_password: ["keycloak"],
    });
    for (const [name, { environment }] of services)
      for (const [variable, value] of Object.entries(environment)) {
        if (/PASSWORD|DATABASE_URL|KEY/.test(variable))
          expect(value, `${name} ${variable}`).toMatch(/^\/run\/secrets\/\S+$/);
      }
  });

  it("lets the audit subgraph read the gateway's access log, and write nothing to it", () => {
    const mounted = [...services].flatMap(([name, { volumes }]) => volumes.map((volume) => `${name} ${volume}`));
    expect(mounted.filter((volume) => volume.includes("access-log"))).toEqual([
      "audit access-log:/var/lib/sichtfeld/access-log:ro",
      "gateway access-log:/var/lib/sichtfeld/access-log",
    ]);
    expect(of("audit").environment.SICHTFELD_LOG).toBe(of("gateway").environment.SICHTFELD_LOG);
  });

  it("gives the witness a key and a memory of its own, and a network with the gateway alone", () => {
    expect(inNetwork("witnesses").toSorted()).toEqual(["gateway", "witness"]);
    expect(of("witness").volumes).toEqual(["witness-memory:/var/lib/sichtfeld/witness"]);
    const secrets = join(folder, "witness");
    makeSecrets(secrets);
    const [address] = readWitnesses(join(secrets, "witnesses"));
    expect(address?.url).toBe(`http://witness:${of("witness").environment.PORT}`);
    const settings = witnessSettings({
      ...of("witness").environment,
      WITNESS_KEY_FILE: join(secrets, "witness_key"),
      WITNESS_LOG_KEY_FILE: join(secrets, "log_public_key"),
    });
    const key = { name: settings.name, type: "cosignature", publicKey: rawPublicKey(settings.key) } as const;
    expect(address?.key).toBe(verifierKey(key));
  });

  it("gives the gateway an environment that it accepts in production, with the door of each subgraph", () => {
    const settings = readSettings(of("gateway").environment);
    expect(settings.production).toBe(true);
    expect(settings.tokenBinding).toBe("dpop");
    expect(settings.publicUrl).toBe(`http://localhost:${of("gateway").environment.PORT}`);
    expect(settings.issuerUrl).toBe("http://keycloak:8080/realms/sichtfeld");
    for (const name of subgraphs)
      expect(settings.subgraphUrls?.get(name)).toBe(`http://${name}:${of(name).environment.PORT}/graphql`);
  });

  it("has the variables of the shell in its commands escaped, so that compose does not put in its own", () => {
    expect(text.match(/(?<!\$)\$(?!\$)[{(A-Za-z]/g)).toBeNull();
  });
});

describe("docker/demonstration.yml", () => {
  it("adds synthetic persons and a date within the pilot, and takes nothing of the protection away", () => {
    const added = parse(read("docker/demonstration.yml"));
    expect(Object.keys(added)).toEqual(["services"]);
    expect(added.services.population).toMatchObject({
      image: of("migrate").image,
      networks: ["data"],
      read_only: true,
      cap_drop: ["ALL"],
      secrets: of("migrate").secrets,
    });
    expect(added.services.gateway).toEqual({
      environment: { NODE_ENV: "demonstration", SICHTFELD_DATE: "2026-06-15" },
    });
  });

  it("names environments that the programs take", () => {
    const { population, gateway } = parse(read("docker/demonstration.yml")).services;
    const environments = [population, gateway, of("gateway")].map(({ environment }) => environment.NODE_ENV);
    expect(environments).toEqual(["demonstration", "demonstration", "production"]);
    for (const value of environments) expect(nodeEnvironment.parse(value)).toBe(value);
  });
});

describe("the Dockerfile", () => {
  const lines = read("Dockerfile").split("\n");

  it("begins from a pinned image and ends as a user who is not root", () => {
    expect(lines.filter((line) => line.startsWith("FROM "))).toEqual([
      expect.stringMatching(/^FROM node:24\.\d+\.\d+-bookworm-slim$/),
    ]);
    expect(lines.filter((line) => line.startsWith("USER ")).at(-1)).toBe("USER node");
  });

  it("holds no test, no data and no secret: what it may copy is listed", () => {
    expect(read(".dockerignore").split("\n").filter(Boolean)).toEqual([
      "*",
      "!package.json",
      "!package-lock.json",
      "!schema",
      "!subgraphs",
      "!gateway",
      "!witness",
    ]);
  });
});

describe("docker/makeSecrets.ts", () => {
  it("makes the files that docker-compose.yml names, in a folder closed to others, and never a second time", () => {
    const secrets = join(folder, "secrets");
    makeSecrets(secrets);
    expect(readdirSync(secrets).sort()).toEqual(Object.keys(compose.secrets).sort());
    expect(statSync(secrets).mode & 0o777).toBe(0o700);
    expect(() => makeSecrets(secrets)).toThrow(/already\. Remove them to make new ones\.$/);
  });

  it("gives each subgraph the URL of its own role, with the password that the migration sets", () => {
    const secrets = join(folder, "urls");
    makeSecrets(secrets);
    const passwords = JSON.parse(readFileSync(join(secrets, "role_passwords"), "utf8"));
    for (const { name, schema } of roster) {
      const url = new URL(readFileSync(join(secrets, `${name}_database_url`), "utf8"));
      expect([url.username, url.password, url.host]).toEqual([
        roleOf(schema),
        passwords[roleOf(schema)],
        "postgres:5432",
      ]);
    }
  });
});

describe("the Keycloak realm", () => {
  const realm = JSON.parse(read("docker/keycloak/realm.json"));

  it("is the one that the personas give; otherwise: node docker/keycloak/writeRealm.ts", () => {
    expect(realm).toEqual(JSON.parse(JSON.stringify(realmOf(personas.values()))));
  });

  it("gives nobody a token that is not bound to a key", () => {
    const [client] = realm.clients;
    expect(client.attributes["dpop.bound.access.tokens"]).toBe("true");
  });

  it("maps the claims that the gateway reads, and lets administrators alone change what they rest on", () => {
    const [client] = realm.clients;
    const mapped = client.protocolMappers.map((mapper: { name: string }) => mapper.name);
    expect(mapped).toEqual(["sub", "office", "role", "purposes", "responsiblePerson", "personRef", "audience"]);
    const [profile] = realm.components["org.keycloak.userprofile.UserProfileProvider"];
    for (const attribute of JSON.parse(profile.config["kc.user.profile.config"][0]).attributes)
      expect(attribute.permissions.edit, attribute.name).toEqual(["admin"]);
  });

  it("holds no password: one comes from the environment while it is imported", () => {
    for (const user of realm.users)
      expect(user.credentials).toEqual([
        { type: "password", value: `$\{SICHTFELD_PERSONA_PASSWORD}`, temporary: false },
      ]);
  });
});
