import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { z } from "zod";
import { nearestNames } from "../../schema/nearestNames.ts";
import { ImportError } from "../ImportError.ts";
import type { LoadedProfile } from "./LoadedProfile.ts";
import { Profile } from "./Profile.ts";

const room = fileURLToPath(new URL("./", import.meta.url));

/**
 * A profile by its name, or by the path of its file.
 *
 * @throws ImportError for one that does not exist or is no profile
 */
export function loadProfile(given: string): LoadedProfile {
  const isPath = given.endsWith(".yaml");
  const file = isPath ? resolve(given) : join(room, `${basename(given)}.yaml`);
  if (!existsSync(file)) throw new ImportError(unknown(given), 2);
  const read = Profile.safeParse(parse(readFileSync(file, "utf8")));
  if (!read.success) throw new ImportError(`${file} is no profile:\n${z.prettifyError(read.error)}`);
  return { ...read.data, folder: join(file, ".."), given: isPath ? file : read.data.name };
}

function unknown(given: string): string {
  const names = readdirSync(room).flatMap((name) => (name.endsWith(".yaml") ? [name.slice(0, -".yaml".length)] : []));
  const [nearest] = nearestNames(given, names);
  return `There is no profile ${JSON.stringify(given.slice(0, 64))}. Did you mean ${nearest}? There are: ${names.join(", ")}.`;
}
