import { personas } from "./personas.ts";

/** A persona as scripts and the console read it: who it is and what it may state, no staff id. */
export interface PersonaListing {
  readonly name: string;
  readonly office: string;
  readonly role: string;
  readonly purposes: readonly string[];
  /** Case or file reference for `Access-Case`; null where every purpose is caseless. */
  readonly exampleCase: string | null;
  readonly description: { readonly de: string; readonly en: string };
}

/** What `npm run personas` prints and the demonstration's issuer lists. */
export const personaListing: readonly PersonaListing[] = [...personas.values()].map((each) => ({
  name: each.name,
  office: each.office,
  role: each.role,
  purposes: each.purposes,
  exampleCase: each.exampleCase,
  description: { de: each.german, en: each.english },
}));
