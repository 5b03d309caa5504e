import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { composeSupergraph } from "../../schema/composeSupergraph.ts";
import { subgraphNames } from "../../schema/subgraphNames.ts";
import { subgraphSdl } from "../../schema/subgraphSdl.ts";
import type { CommandResult } from "../CommandResult.ts";
import { loadSupergraph } from "../loadSupergraph.ts";
import { loadPolicy } from "../policy/loadPolicy.ts";
import {
  idle,
  readAcknowledgements,
  reasonCharactersMin,
  unacknowledged,
  writeAcknowledgements,
} from "./acknowledgements.ts";
import { breakingChanges } from "./breakingChanges.ts";
import type { ContractFile } from "./ContractFile.ts";
import { changelogMarkdown, changelogText, readChangelog } from "./changelog.ts";
import { changesSince } from "./changesSince.ts";
import { contractFiles } from "./contractFiles.ts";
import { readContracts, staleFiles, textsOf, writeTexts } from "./contractFolder.ts";
import type { LoggedVersion } from "./LoggedVersion.ts";

const usage = `npm run schema                             writes schema/supergraph.graphql and schema/contracts/
npm run schema -- --check                  fails when one of them is stale, or a contract breaks without acknowledgement
npm run schema -- --acknowledge "reason"   writes, and puts changes that break a contract into acknowledgements.yaml
npm run schema -- --release                writes, and makes the contracts those that front-end teams were told last
npm run schema -- --changes CONTRACT       prints what changed in a contract from release to release, as Markdown
`;

/** What the generated files are made from. */
export interface SchemaSources {
  /** @throws Error with every fault of composition */
  supergraphSdl(): string;
  /** Cut from the supergraph as it is written. */
  contracts(): readonly ContractFile[];
}

const schemaRoom = new URL("../../schema/", import.meta.url);
const projectSources: SchemaSources = {
  supergraphSdl: composed,
  contracts: () => contractFiles(loadPolicy(), loadSupergraph()),
};

/**
 * Composes the supergraph, cuts the contracts and compares them with those released, as `npm run schema` is asked to.
 *
 * @param today date of an acknowledgement, `YYYY-MM-DD`
 * @param room folder that the generated files stand in
 */
export function schemaCommand(
  args: string[],
  today: string,
  room: URL = schemaRoom,
  sources: SchemaSources = projectSources,
): CommandResult {
  const given = commandLine(args);
  if (given === null) return { output: "", complaint: usage, exitCode: 2 };
  if (given.help) return { output: usage, complaint: "", exitCode: 0 };
  if (given.acknowledge !== undefined && given.acknowledge.trim().length < reasonCharactersMin)
    return { output: "", complaint: `Say why in at least ${reasonCharactersMin} characters.\n`, exitCode: 2 };
  try {
    if (given.changes !== undefined) return { output: changes(room, given.changes), complaint: "", exitCode: 0 };
    const told = given.check
      ? check(room, sources)
      : write(room, sources, today, given.acknowledge ?? null, given.release ?? false);
    return { output: "", complaint: `${told.join("\n")}\n`, exitCode: 0 };
  } catch (error) {
    return { output: "", complaint: `${(error as Error).message}\n`, exitCode: 1 };
  }
}

function commandLine(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        check: { type: "boolean" },
        acknowledge: { type: "string" },
        release: { type: "boolean" },
        changes: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
    const chosen = [values.check, values.acknowledge, values.release, values.changes].filter(
      (each) => each !== undefined,
    );
    return chosen.length > 1 ? null : values;
  } catch {
    return null;
  }
}

function composed(): string {
  const { supergraphSdl, faults } = composeSupergraph(subgraphNames.map((name) => ({ name, sdl: subgraphSdl(name) })));
  if (supergraphSdl === null) throw new Error(faults.join("\n"));
  return supergraphSdl;
}

function check(room: URL, sources: SchemaSources): readonly string[] {
  const supergraph = new URL("supergraph.graphql", room);
  const stale = "Run npm run schema and commit the result.";
  if (!existsSync(supergraph) || readFileSync(supergraph, "utf8") !== sources.supergraphSdl())
    throw new Error(`schema/supergraph.graphql is stale. ${stale}`);
  const comparison = contractsIn(room, sources);
  const { folder, current } = comparison;
  const [first, ...others] = staleFiles(folder, textsOf(current, false));
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  if (first !== undefined) throw new Error(`schema/contracts/${first}${more}: stale. ${stale}`);
  const judgement = judged(comparison);
  if (textIn(changelogIn(folder)) !== changelogText(changelogOf(comparison)))
    throw new Error(`schema/contracts/changelog.yaml: stale. ${stale}`);
  return ["schema/supergraph.graphql is fresh.", `schema/contracts/ is fresh. ${judgement}`];
}

function write(
  room: URL,
  sources: SchemaSources,
  today: string,
  reason: string | null,
  release: boolean,
): readonly string[] {
  writeFileSync(new URL("supergraph.graphql", room), sources.supergraphSdl());
  const comparison = contractsIn(room, sources);
  const { folder, current, released, acknowledgements, changes } = comparison;
  writeTexts(folder, textsOf(current, false));
  const told = ["Wrote schema/supergraph.graphql.", `Wrote ${current.length} contracts to schema/contracts/.`];
  if (release) {
    const [next, ...earlier] = changelogOf(comparison);
    const news = next === undefined || next.changes.length === 0 ? [] : [{ ...next, released: today }];
    writeFileSync(changelogIn(folder), changelogText([nothingYet, ...news, ...earlier]));
    writeTexts(released, textsOf(current, true));
    writeAcknowledgements(acknowledgements, []);
    return [...told, "They are what the next ones are compared with."];
  }
  if (reason !== null) {
    const known = readAcknowledgements(acknowledgements);
    const kept = known.filter((each) => !idle(changes, [each]).includes(each));
    const added = unacknowledged(changes, kept).map((each) => ({
      ...each,
      contracts: [...each.contracts],
      date: today,
      reason,
    }));
    writeAcknowledgements(acknowledgements, [...kept, ...added]);
    writeFileSync(changelogIn(folder), changelogText(changelogOf(comparison)));
    return [...told, `${added.length} changes acknowledged, ${known.length - kept.length} acknowledgements ended.`];
  }
  writeFileSync(changelogIn(folder), changelogText(changelogOf(comparison)));
  return [...told, judged({ acknowledgements, changes })];
}

const nothingYet: LoggedVersion = { released: null, changes: [] };

/** The changelog as it should stand: what the next release will bring, then what those before brought. */
function changelogOf({ folder, released, current, acknowledgements }: Comparison): readonly LoggedVersion[] {
  const next = changesSince(readContracts(released), current, readAcknowledgements(acknowledgements));
  return [next, ...readChangelog(textIn(changelogIn(folder))).filter((version) => version.released !== null)];
}

/** @throws Error where there is no such contract */
function changes(room: URL, contract: string): string {
  const folder = new URL("contracts/", room);
  if (!/^[a-z-]+$/.test(contract) || !existsSync(new URL(`${contract}.graphql`, folder)))
    throw new Error(`There is no contract ${contract}. schema/contracts/index.yaml names them.`);
  return changelogMarkdown(readChangelog(textIn(changelogIn(folder))), contract);
}

function changelogIn(folder: URL): URL {
  return new URL("changelog.yaml", folder);
}

/** Empty where there is no such file. */
function textIn(file: URL): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** @throws Error with every change that breaks a contract and that nobody answers for, and every idle acknowledgement */
function judged({ acknowledgements, changes }: Pick<Comparison, "acknowledgements" | "changes">): string {
  const known = readAcknowledgements(acknowledgements);
  const open = unacknowledged(changes, known);
  const surplus = idle(changes, known);
  if (open.length + surplus.length === 0) return `${changes.length} acknowledged changes break a released contract.`;
  throw new Error(
    [
      ...open.map(({ change, contracts }) => `breaks ${contracts.join(", ")}: ${change}`),
      ...surplus.map(({ change, contracts }) => `acknowledged for ${contracts.join(", ")}, but not so: ${change}`),
      'If front-end teams know: npm run schema -- --acknowledge "reason".',
    ].join("\n"),
  );
}

type Comparison = ReturnType<typeof contractsIn>;

function contractsIn(room: URL, sources: SchemaSources) {
  const folder = new URL("contracts/", room);
  const released = new URL("released/", folder);
  const current = sources.contracts();
  const changes = breakingChanges(readContracts(released), current);
  return { folder, released, current, changes, acknowledgements: new URL("acknowledgements.yaml", folder) };
}
