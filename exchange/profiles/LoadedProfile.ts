import type { Profile } from "./Profile.ts";

/** A profile with where it was found. */
export interface LoadedProfile extends Profile {
  /** Folder of its file; a schema stands beside it. */
  readonly folder: string;
  /** What it is loaded by again: its name, or the path of its file. */
  readonly given: string;
}
