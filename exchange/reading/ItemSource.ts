import type { SourceItem } from "./Item.ts";

/** What is imported: one file, or a folder of them. */
export interface ItemSource {
  /** What the same files are known by at the next run: names, sizes and times of change. */
  readonly identity: string;
  /**
   * Goes through everything once and sends nothing, so that a file which is cut off, mis-encoded or meant for another profile is refused
   * before anything of it is taken.
   *
   * @returns number of items
   * @throws ImportError with what to do
   */
  check(): Promise<number>;
  /** The items in their order, one by one: what is held of a file does not grow with it. */
  items(): AsyncIterable<SourceItem>;
}
