import { roster } from "./roster.ts";
import type { MigratedRoom } from "./shell/migrate.ts";

/** The rooms of all subgraphs: where their migrations lie, the schema that each owns, and what each opens to the enclave. */
export const rooms: readonly MigratedRoom[] = roster.map(({ name, schema, isEnclave = false, doors = [] }) => ({
  folder: name,
  schema,
  isEnclave,
  doors,
}));
