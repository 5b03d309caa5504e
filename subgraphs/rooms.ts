import { roster } from "./roster.ts";
import type { MigratedRoom } from "./shell/migrate.ts";

/** The rooms of all subgraphs: where their migrations lie, the schema that each owns, what in it is news, and what each opens to the enclave. */
export const rooms: readonly MigratedRoom[] = roster.map(
  ({ name, schema, isEnclave = false, doors = [], occurrences = [], versionsCorrect = false, reads = null }) => ({
    folder: name,
    schema,
    isEnclave,
    doors,
    occurrences,
    versionsCorrect,
    reads,
  }),
);
