import type { Erasure, RecordErasures } from "../../subgraphs/shell/Erasure.ts";

/** Takes what is put on record of erasures, and whether each came to its end. */
export function recordingErasures(): {
  readonly recorded: { readonly erasure: Erasure; isOver: boolean }[];
  readonly record: RecordErasures;
} {
  const recorded: { readonly erasure: Erasure; isOver: boolean }[] = [];
  return {
    recorded,
    async record(erasures) {
      const begun = erasures.map((erasure) => ({ erasure, isOver: false }));
      recorded.push(...begun);
      return async () => {
        for (const each of begun) each.isOver = true;
      };
    },
  };
}
