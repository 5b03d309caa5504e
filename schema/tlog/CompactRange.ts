import { emptyRoot, nodeHash } from "./hashes.ts";

/** The perfect subtrees of a growing tree, largest first: enough for its root. */
export class CompactRange {
  readonly #subtrees: { readonly height: number; readonly hash: Buffer }[] = [];

  /** Adds a perfect subtree of `2 ** height` leaves at the right end, where one of that height has its place. */
  push(hash: Buffer, height = 0): void {
    let added = { height, hash };
    for (let last = this.#subtrees.at(-1); last?.height === added.height; last = this.#subtrees.at(-1)) {
      this.#subtrees.pop();
      added = { height: added.height + 1, hash: nodeHash(last.hash, added.hash) };
    }
    this.#subtrees.push(added);
  }

  /** RFC 6962 root of all that was added. */
  root(): Buffer {
    const [last, ...before] = this.#subtrees.map(({ hash }) => hash).reverse();
    return last === undefined ? emptyRoot : before.reduce((right, left) => nodeHash(left, right), last);
  }
}
