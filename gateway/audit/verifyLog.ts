import { existsSync, readdirSync, readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { instancePattern, parseShardName, shardsInOrder } from "../../schema/accessLogNames.ts";
import type { LoggedLines } from "../../schema/accessLogOperations.ts";
import { endStatementName } from "../../schema/accessLogRetention.ts";
import { policiesFolder } from "../../schema/policyRecord/policyFile.ts";
import { strayFiles } from "./strayFiles.ts";
import { verifyEnd } from "./verifyEnd.ts";
import { verifyPolicies } from "./verifyPolicies.ts";
import { type VerifiedShard, verifyShard } from "./verifyShard.ts";

/**
 * Verifies every shard and all policies of every instance in a log's folder by its files alone; by `<instance>/<shard>`, and `<instance>/policies`.
 * What belongs to none of them is told by `<instance>`, or `.` for the folder itself.
 *
 * @param publicKey 32 bytes, Ed25519, of the log; null: no signature is looked at, and there may be no trees
 * @param now milliseconds since 1970, wall clock: nothing ended later
 */
export async function verifyLog(
  folder: string,
  visit: (lines: LoggedLines) => void = () => {},
  publicKey: Buffer | null = null,
  now: number = Number.POSITIVE_INFINITY,
): Promise<ReadonlyMap<string, VerifiedShard>> {
  const entries = await readdir(folder, { withFileTypes: true });
  const instances = entries.filter((entry) => entry.isDirectory() && instancePattern.test(entry.name));
  const names = instances
    .map(({ name }) => name)
    .sort()
    .flatMap((instance) => shardsInOrder(readdirSync(join(folder, instance))).map((shard) => `${instance}/${shard}`));
  const erased = new Set<string>();
  const noting = (lines: LoggedLines) => {
    for (const { entry } of lines.erasures) for (const token of entry.tokens) erased.add(token);
    visit(lines);
  };
  const verified = new Map(
    names.map((name) => {
      const files = filesIn(join(folder, name));
      const read = (file: string) => readFileSync(join(folder, name, file));
      return [name, verifyShard({ name, files, read }, noting, publicKey)];
    }),
  );
  // An order to erase stands in the year in which it was given.
  const isErased = ({ unexplained }: VerifiedShard) => unexplained.difference(erased).size === 0;
  const judged = [...verified].map(([name, shard]) => {
    const faults = isErased(shard) ? shard.faults.filter(({ code }) => code !== "KEY_MISSING") : shard.faults;
    return [name, { ...shard, faults }] as const;
  });
  const ended = instances
    .flatMap(({ name }) => endedIn(folder, name, publicKey, now))
    .filter(([shard]) => !verified.has(shard));
  const policies = instances.flatMap(({ name }) => policiesIn(folder, `${name}/${policiesFolder}`));
  const strays = [...strayFiles(folder)].map(([name, faults]) => [name, { ...nothing, faults }] as const);
  return new Map([...strays, ...policies, ...ended, ...judged]);
}

/** Where no entries are. */
const nothing = { torn: [], leaves: 0, checkpoint: 0, unexplained: new Set<string>() };

/** What remains of the shards of an instance that ended. */
function endedIn(
  folder: string,
  instance: string,
  publicKey: Buffer | null,
  now: number,
): readonly (readonly [string, VerifiedShard])[] {
  return readdirSync(join(folder, instance)).flatMap((file) => {
    const name = file.startsWith(endStatementName("")) ? file.slice(endStatementName("").length) : "";
    if (parseShardName(name) === null) return [];
    const shard = `${instance}/${name}`;
    return [
      [
        shard,
        verifyEnd(shard, `${instance}/${file}`, readFileSync(join(folder, instance, file)), publicKey, now),
      ] as const,
    ];
  });
}

/** The policies of an instance; none where it has not put any on record. */
function policiesIn(folder: string, name: string): readonly (readonly [string, VerifiedShard])[] {
  if (!existsSync(join(folder, name))) return [];
  const read = (file: string) => readFileSync(join(folder, name, file));
  return [[name, verifyPolicies({ name, files: filesIn(join(folder, name)), read })]];
}

/** Paths of all files below a folder, with slashes. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
}
