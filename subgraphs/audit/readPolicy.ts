import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { hashOf } from "../../schema/accessLogFormat.ts";
import { instancePattern } from "../../schema/accessLogNames.ts";
import { draftFileName, parseDraftFileName } from "../../schema/policyRecord/draftFile.ts";
import { type PolicyRecord, policyRecord } from "../../schema/policyRecord/PolicyRecord.ts";
import {
  type PolicyFile,
  type PolicyFileName,
  parsePolicyFileName,
  policiesFolder,
  policyInForce,
} from "../../schema/policyRecord/policyFile.ts";
import { SubgraphError } from "../shell/SubgraphError.ts";

/** A policy's file that is there. */
interface FoundPolicy extends PolicyFileName {
  readonly path: string;
}

/** Policies kept after reading. A file never changes once it is whole. */
const keptMax = 50;
const kept = new Map<string, PolicyFile>();

/**
 * A policy that is or was in force, from the files that the gateways wrote into the log's folder, or a draft that was laid there.
 *
 * @param version null: the one that came into force last, whichever the gateway
 * @param argument that names the version
 * @throws SubgraphError INVALID_INPUT for a version that is not on record, LOG_UNREADABLE where there is no policy at all
 */
export async function readPolicy(
  folder: string,
  version: string | null,
  argument = "policyVersion",
): Promise<PolicyRecord> {
  const files = await policyFiles(folder).catch(() => {
    throw new SubgraphError("LOG_UNREADABLE");
  });
  const wanted = files.filter((file) => version === null || file.version === version);
  const read = (await Promise.all(wanted.map(readFileOnce))).filter((file) => file !== null);
  const latest = read.toSorted((left, right) => (left.since < right.since ? -1 : 1)).at(-1);
  if (latest !== undefined) return latest.record;
  if (version === null) throw new SubgraphError("LOG_UNREADABLE", "No policy is on record.");
  const draft = await readDraft(folder, version);
  if (draft !== null) return draft;
  throw new SubgraphError("INVALID_INPUT", "No policy of that version is on record.", argument);
}

/** Null where there is no such draft, or it is being written. */
async function readDraft(folder: string, version: string): Promise<PolicyRecord | null> {
  const name = draftFileName(version);
  if (parseDraftFileName(name) !== version) return null;
  const text = await readFile(join(folder, name), "utf8").catch(() => "");
  const parsed = policyRecord.safeParse(parseJson(text));
  return parsed.success && parsed.data.version === version ? parsed.data : null;
}

async function policyFiles(folder: string): Promise<readonly FoundPolicy[]> {
  const instances = (await readdir(folder, { withFileTypes: true })).filter(
    (entry) => entry.isDirectory() && instancePattern.test(entry.name),
  );
  const files = await Promise.all(
    instances.map(async ({ name }) =>
      (await policiesIn(join(folder, name, policiesFolder))).flatMap((file) => {
        const parts = parsePolicyFileName(file);
        return parts === null ? [] : [{ ...parts, path: join(folder, name, policiesFolder, file) }];
      }),
    ),
  );
  return files.flat();
}

/** An instance that has put no policy on record yet has no folder for them. */
async function policiesIn(path: string): Promise<readonly string[]> {
  return readdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
}

/** Null for a file that is being written, was cut short, or is not what its name says. */
async function readFileOnce({ path, hash }: FoundPolicy): Promise<PolicyFile | null> {
  const known = kept.get(path);
  if (known !== undefined) return known;
  const bytes = await readFile(path);
  if (hash !== null && hashOf(bytes) !== hash) return null;
  const parsed = policyInForce.safeParse(parseJson(bytes.toString("utf8")));
  if (!parsed.success) return null;
  const [oldest] = kept.keys();
  if (oldest !== undefined && kept.size >= keptMax) kept.delete(oldest);
  kept.set(path, parsed.data);
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
