import { hashBytes } from "./hashes.ts";

/** A tree's head (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** Name of the tree. */
  readonly origin: string;
  /** Number of leaves. */
  readonly size: number;
  readonly root: Buffer;
}

/** Text of a checkpoint, as it is signed. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${root.toString("base64")}\n`;
}

/** Null for what is no checkpoint. Extension lines are let pass and not read. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [, origin = "", size = "", encoded = ""] =
    /^([^\n]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]+=*)\n(?:[^\n]+\n)*$/.exec(text) ?? [];
  const root = Buffer.from(encoded, "base64");
  if (root.length !== hashBytes || root.toString("base64") !== encoded || !Number.isSafeInteger(Number(size)))
    return null;
  return { origin, size: Number(size), root };
}
