import { request } from "undici";
import { parseVerifierKey } from "../../schema/tlog/noteKey.ts";
import { isSignedBy, parseNote } from "../../schema/tlog/signedNote.ts";
import { TileTree } from "../../schema/tlog/TileTree.ts";
import type { PublishedCheckpoint, ShardTree } from "./ShardTree.ts";

/** A witness that the log asks for cosignatures. */
export interface WitnessAddress {
  /** Submission prefix (C2SP tlog-witness), without a slash at the end. */
  readonly url: string;
  /** Its verifier key. */
  readonly key: string;
}

/** Time for one answer. A witness that does not answer holds nothing up for longer. */
const timeoutMilliseconds = 2_000;

/**
 * Makes the function that asks all witnesses to cosign a checkpoint, and writes those cosignatures that verify into the checkpoint.
 *
 * @param report is told of each witness that did not cosign
 */
export function askWitnesses(
  witnesses: readonly WitnessAddress[],
  report: (witness: string, error: unknown) => void,
): (tree: ShardTree, checkpoint: PublishedCheckpoint) => Promise<void> {
  /** Witness and origin → size that it cosigned last. */
  const sizes = new Map<string, number>();
  return async (tree, checkpoint) => {
    const lines = await Promise.all(
      witnesses.map(({ url, key }) =>
        cosign(url, key, tree, checkpoint, sizes).catch((error: unknown) => {
          report(url, error);
          return "";
        }),
      ),
    );
    if (lines.some((line) => line !== ""))
      await tree.files.writeCheckpoint(Buffer.from(checkpoint.note + lines.join("")));
  };
}

/** @returns the cosignature's line */
async function cosign(
  url: string,
  verifierKey: string,
  tree: ShardTree,
  checkpoint: PublishedCheckpoint,
  sizes: Map<string, number>,
): Promise<string> {
  const at = `${url} ${tree.origin}`;
  let reply = await ask(url, tree, checkpoint, sizes.get(at) ?? 0);
  if (reply.status === 409) {
    const size = Number(reply.body);
    if (!Number.isSafeInteger(size) || size > checkpoint.size)
      throw new Error("The witness has seen a larger tree of this log.");
    sizes.set(at, size);
    reply = await ask(url, tree, checkpoint, size);
  }
  if (reply.status !== 200) throw new Error(`The witness answered ${reply.status}.`);
  const note = parseNote(Buffer.from(checkpoint.note + reply.body));
  if (note === null || !isSignedBy(note, parseVerifierKey(verifierKey)))
    throw new Error("The cosignature does not verify.");
  sizes.set(at, checkpoint.size);
  return reply.body;
}

async function ask(url: string, tree: ShardTree, { size, note }: PublishedCheckpoint, oldSize: number) {
  const tiles = new TileTree(size, tree.files.read);
  const proof = oldSize === size ? [] : await tiles.consistencyProof(oldSize, size);
  const lines = [`old ${oldSize}`, ...proof.map((hash) => hash.toString("base64"))];
  const { statusCode, body } = await request(`${url}/add-checkpoint`, {
    method: "POST",
    headers: { "content-type": "text/plain; charset=utf-8" },
    body: `${lines.join("\n")}\n\n${note}`,
    signal: AbortSignal.timeout(timeoutMilliseconds),
  });
  return { status: statusCode, body: await body.text() };
}
