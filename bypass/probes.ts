import type { Probe } from "./Probe.ts";
import { aliases } from "./probes/aliases.ts";
import { batches } from "./probes/batches.ts";
import { contentTypes } from "./probes/contentTypes.ts";
import { errorTexts } from "./probes/errorTexts.ts";
import { federationFields } from "./probes/federationFields.ts";
import { fragments } from "./probes/fragments.ts";
import { introspection } from "./probes/introspection.ts";
import { introspectionBeside } from "./probes/introspectionBeside.ts";
import { persistedQueries } from "./probes/persistedQueries.ts";
import { typenameAliases } from "./probes/typenameAliases.ts";
import { valueCompletion } from "./probes/valueCompletion.ts";
import { withoutToken } from "./probes/withoutToken.ts";

/** The probes by the name that the catalogue gives them. Their order does not matter. */
export const probes: Readonly<Record<string, Probe>> = {
  aliases,
  batches,
  contentTypes,
  errorTexts,
  federationFields,
  fragments,
  introspection,
  introspectionBeside,
  persistedQueries,
  typenameAliases,
  valueCompletion,
  withoutToken,
};
