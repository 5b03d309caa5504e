import type { PersonReference } from "../PersonReference.ts";

/** What the mutations on requests of the person concerned answer with. */
export interface SubjectRequestPayload {
  readonly person: PersonReference;
}
