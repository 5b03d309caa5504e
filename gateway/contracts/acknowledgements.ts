import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parse, stringify } from "yaml";
import { z } from "zod";
import type { BreakingChange } from "./breakingChanges.ts";

/** Shortest reason: one that can say anything. */
export const reasonCharactersMin = 10;

const acknowledgement = z.strictObject({
  change: z.string(),
  contracts: z.array(z.string()).min(1),
  date: z.iso.date(),
  reason: z.string().min(reasonCharactersMin, "say why in a sentence"),
});

/** A breaking change that somebody answers for. */
export type Acknowledgement = z.infer<typeof acknowledgement>;

const heading = `# Changes since the last release that break operations of front-end teams: what, for whose contract, since when, and why.
# npm run schema -- --acknowledge "reason" adds what is missing; npm run schema -- --release ends the list.
`;

/**
 * @throws Error that says what is wrong with the file
 */
export function readAcknowledgements(file: URL): readonly Acknowledgement[] {
  if (!existsSync(file)) return [];
  const read = z.array(acknowledgement).safeParse(parse(readFileSync(file, "utf8")) ?? []);
  if (read.success) return read.data;
  throw new Error(`schema/contracts/acknowledgements.yaml: ${z.prettifyError(read.error)}`);
}

export function writeAcknowledgements(file: URL, acknowledgements: readonly Acknowledgement[]): void {
  writeFileSync(file, heading + stringify([...acknowledgements], { lineWidth: 0 }));
}

/** The changes, as far as nobody answers for them. */
export function unacknowledged(
  changes: readonly BreakingChange[],
  acknowledgements: readonly Acknowledgement[],
): readonly BreakingChange[] {
  const known = new Set(
    acknowledgements.flatMap(({ change, contracts }) => contracts.map((name) => `${name} ${change}`)),
  );
  return changes.flatMap(({ change, contracts }) => {
    const open = contracts.filter((name) => !known.has(`${name} ${change}`));
    return open.length === 0 ? [] : [{ change, contracts: open }];
  });
}

/** Acknowledgements of changes that are none, or are none any more: they would hide the next one. */
export function idle(
  changes: readonly BreakingChange[],
  acknowledgements: readonly Acknowledgement[],
): readonly Acknowledgement[] {
  const made = new Set(changes.flatMap(({ change, contracts }) => contracts.map((name) => `${name} ${change}`)));
  return acknowledgements.filter(({ change, contracts }) => !contracts.every((name) => made.has(`${name} ${change}`)));
}
