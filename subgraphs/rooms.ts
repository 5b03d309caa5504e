import { roster } from "./roster.ts";
import type { MigratedRoom } from "./shell/migrate.ts";

/** The rooms of all subgraphs: where their migrations lie, and the schema that each owns. */
export const rooms: readonly MigratedRoom[] = roster.map(
  ({ name, schema, occurrences = [], versionsCorrect = false, reads = null }) => ({
    folder: name,
    schema,
    occurrences,
    versionsCorrect,
    reads,
  }),
);
