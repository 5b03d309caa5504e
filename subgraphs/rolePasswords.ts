import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { makeFolder } from "./makeFolder.ts";
import type { StoreSettings } from "./storeSettings.ts";

const passwords = z.record(z.string(), z.string().min(1));

/**
 * A password for each database role. Those of a given file are used as they are; otherwise they are made once and kept in
 * the data folder, readable by this user alone.
 *
 * @throws Error with one line when the given file cannot be read or lacks a role
 */
export function rolePasswords(settings: StoreSettings, roles: readonly string[]): ReadonlyMap<string, string> {
  return settings.rolePasswordsFile === null
    ? generated(join(settings.folder, "role-passwords.json"), roles)
    : given(settings.rolePasswordsFile, roles);
}

function given(file: string, roles: readonly string[]): ReadonlyMap<string, string> {
  const known = read(file);
  const missing = roles.filter((role) => !known.has(role));
  if (missing.length > 0)
    throw new Error(`The password file ${file} lacks ${missing.join(", ")}. Add a password for each.`);
  return known;
}

function generated(file: string, roles: readonly string[]): ReadonlyMap<string, string> {
  const known = existsSync(file) ? read(file) : new Map<string, string>();
  if (roles.every((role) => known.has(role))) return known;
  const all = new Map(roles.map((role) => [role, known.get(role) ?? randomBytes(24).toString("base64url")]));
  makeFolder(dirname(file));
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
  return all;
}

function read(file: string): ReadonlyMap<string, string> {
  try {
    return new Map(Object.entries(passwords.parse(JSON.parse(readFileSync(file, "utf8")))));
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "not a JSON object of role and password";
    throw new Error(`The password file ${file} cannot be read (${reason}).`);
  }
}
